import { describe, expect, it } from 'vitest';
import { github } from '../../src/report/github.ts';
import type { Severity } from '../../src/model/verdict.ts';
import { at, clean, comparison, context, failure, findings, reportOf } from './sample.ts';

const lines = (report: typeof findings) => github(report, context()).split('\n').slice(0, -1);

describe('github', () => {
  it('annotates what is open, at its place', () => {
    const line = lines(findings).find((command) => command.includes('infra/storage.tf'));
    expect(line).toBe(
      '::error file=infra/storage.tf,line=12,endLine=12,col=12,endColumn=25,' +
        'title=storage-is-private%3A aws_s3_bucket.exports can be read by anyone through its ACL.::' +
        'storage-is-private/acl: aws_s3_bucket.exports can be read by anyone through its ACL.%0A' +
        'Do: Remove this ACL; let aws_s3_bucket_public_access_block close the bucket.%0A' +
        'CC6.1: Public read access goes around every access control in front of the data.%0A' +
        'C1.1: Confidential objects would be open to anyone who has the address.',
    );
    expect(lines(findings).join('\n')).not.toMatch(/site-public|vpn|examples\/demo|no value here/);
  });

  it('says nothing of a clean run', () => expect(github(clean, context())).toBe(''));

  it.each([
    ['critical', 'error'],
    ['high', 'error'],
    ['medium', 'warning'],
    ['low', 'notice'],
    ['info', 'notice'],
  ] as [Severity, string][])('shows %s as %s', (severity, level) =>
    expect(lines(reportOf([failure('storage-is-private', { severity })]))[0]).toMatch(new RegExp(`^::${level} `)),
  );

  it('has one annotation for one place', () => {
    const same = lines(findings).filter((line) => line.includes('modules/db/main.tf'));
    expect(same).toHaveLength(1);
    expect(same[0]).toContain('%0A…and 3 more here.%0A');
  });

  it('only knows this change where there is one', () => {
    expect(lines(comparison)).toHaveLength(1);
    expect(lines(comparison)[0]).toContain('infra/net.tf');
  });

  it('keeps to ten of a level: nine, and one that counts the others', () => {
    const many = (n: number) =>
      reportOf(
        Array.from({ length: n }, (_, index) =>
          failure('actions-are-pinned', { location: at('a.yml', index + 1, 1, 2) }),
        ),
      );
    expect(lines(many(10))).toHaveLength(10);
    expect(lines(many(10)).at(-1)).toContain('line=10');
    expect(lines(many(12))).toHaveLength(10);
    expect(lines(many(12)).at(-1)).toBe(
      '::warning title=soc2-lint::3 more warnings: the summary of the run lists them.',
    );
  });

  it('gives columns only within one line', () => {
    const [line] = lines(reportOf([failure('storage-is-private', { location: at('a.tf', 1, 3, 2, 4) })]));
    expect(line).toMatch(/^::error file=a\.tf,line=1,endLine=4,title=/);
  });

  it('cuts titles', () => {
    const [line] = lines(reportOf([failure('storage-is-private', { message: '🚀'.repeat(300) })]));
    const title = /title=(.*?)::/u.exec(line!)![1]!;
    expect(decodeURIComponent(title).length).toBeLessThanOrEqual(255);
  });

  it('lets no text end a command or begin another', () => {
    const hostile = 'x\n::set-env name=A::b\r%0A::error::forged, a:b';
    const output = lines(
      reportOf([failure('storage-is-private', { message: hostile, do: hostile, location: at(hostile, 1, 1, 2) })]),
    );
    expect(output).toHaveLength(1);
    expect(output[0]!.slice(2).split('::')[0]).toMatch(
      /^error file=[^,:]*,line=1,endLine=1,col=1,endColumn=2,title=[^,:]*$/,
    );
    expect(output[0]).toContain('%250A');
  });
});
