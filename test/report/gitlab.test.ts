import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model/report.ts';
import { gitlab } from '../../src/report/gitlab.ts';
import { at, clean, comparison, failure, findings, reportOf, samples, steering } from './sample.ts';

/** As https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format describes it. */
const schema = {
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string', minLength: 1 },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{64}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', pattern: '^(?!/|\\./)' },
          lines: {
            type: 'object',
            required: ['begin'],
            additionalProperties: false,
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
};
const validate = new Ajv().compile<
  { description: string; check_name: string; fingerprint: string; severity: string; location: { path: string } }[]
>(schema);

function read(report: Report) {
  const issues: unknown = JSON.parse(gitlab(report));
  if (!validate(issues)) throw new Error(JSON.stringify(validate.errors));
  return issues;
}

describe('gitlab', () => {
  it.each(Object.entries(samples))('has the documented shape, and every fingerprint once: %s', (_, report) => {
    const fingerprints = read(report).map(({ fingerprint }) => fingerprint);
    expect(fingerprints).toEqual([...new Set(fingerprints)]);
    expect(gitlab(report)).toBe(gitlab(structuredClone(report)));
  });

  it('lists what is open, worst first, and what could not be read', () => {
    const issues = read(findings);
    expect(issues).toHaveLength(15);
    expect(issues[0]).toMatchObject({ severity: 'blocker', check_name: 'network-is-closed/rdp' });
    expect(issues.at(-1)).toMatchObject({
      check_name: 'scan/parse',
      description: 'Not judged: expected "}" before the end of the file',
      location: { path: 'infra/old.tf', lines: { begin: 3 } },
    });
  });

  it('says what is wrong, what to do, and which criteria it is about', () => {
    const issue = read(findings).find(({ check_name: name }) => name === 'storage-is-private/acl');
    expect(issue).toEqual({
      description:
        'aws_s3_bucket.exports can be read by anyone through its ACL. Remove this ACL; let aws_s3_bucket_public_access_block close the bucket. (CC6.1, C1.1)',
      check_name: 'storage-is-private/acl',
      fingerprint: findings.results[0]!.fingerprint,
      severity: 'blocker',
      location: { path: 'infra/storage.tf', lines: { begin: 12, end: 12 } },
    });
  });

  it.each([
    ['critical', 'blocker'],
    ['high', 'critical'],
    ['medium', 'major'],
    ['low', 'minor'],
    ['info', 'info'],
  ] as const)('calls %s %s', (severity, word) => {
    expect(read(reportOf([failure('storage-is-private', { severity })]))[0]!.severity).toBe(word);
  });

  it('is not narrowed to a change: GitLab compares itself', () =>
    expect(read(comparison)).toHaveLength(
      comparison.results.filter(({ disposition }) => disposition === 'open').length,
    ));

  it('gives a finding that stands in no file a path all the same, and tells the same fingerprint apart', () => {
    const nowhere = failure('required-checks-exist', {});
    const issues = read(reportOf([nowhere, nowhere]));
    expect(issues[0]!.location).toEqual({ path: 'not in any file', lines: { begin: 1 } });
    expect(issues[0]!.fingerprint).toBe(nowhere.fingerprint);
    expect(issues[1]!.fingerprint).not.toBe(nowhere.fingerprint);
  });

  it('is an empty list where nothing is open', () => expect(gitlab(clean)).toBe('[]\n'));

  it('stays text when names are hostile', () => {
    const hostile = 'a"\u0000\u001b[0m\u202e\n::error::x\ud800';
    const report = reportOf([
      failure('storage-is-private', { message: hostile, do: hostile, location: at(hostile, 1, 1) }),
    ]);
    expect(read(report)).toHaveLength(1);
    expect(gitlab(report)).not.toMatch(steering);
  });
});
