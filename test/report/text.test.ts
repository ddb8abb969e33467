import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import { text } from '../../src/report/text.ts';
import { widthOf } from '../../src/report/layout.ts';
import {
  at,
  clean,
  comparison,
  context,
  failure,
  findings,
  limited,
  many,
  partial,
  reportOf,
  samples,
  steering,
} from './sample.ts';

const lines = (output: string) => output.trimEnd().split('\n');

describe('text', () => {
  it('says a clean run in a handful of lines', () => {
    expect(lines(text(clean, context({ width: 120 })))).toEqual([
      'SOC 2 coverage at 3f2c1ab, as of 2026-11-22                                                          all five categories',
      '  4 with evidence, 1 with supporting evidence, 52 with nothing to judge here, 4 outside a repository (--verbose lists',
      '  them)',
      '0 open · 0 unknown · 0 accepted · 412 files read',
      'This shows what the repository holds at one commit. It is not an opinion: that is for a CPA firm.',
    ]);
  });

  it('shows a finding with its code, its reasons and what to do', () => {
    const block = text(findings, context())
      .split('\n\n')
      .find((paragraph) => paragraph.includes('storage-is-private/acl'));
    expect(block).toBe(`critical  storage-is-private/acl  aws_s3_bucket.exports can be read by anyone through its ACL.
  infra/storage.tf:12:12
    11 │ resource "aws_s3_bucket_acl" "exports" {
    12 │   acl    = "public-read"
       │            ^^^^^^^^^^^^^ read access for everyone
       │ aws_s3_bucket.exports: infra/storage.tf:1:1
  CC6.1  Public read access goes around every access control in front of the data.
  C1.1   Confidential objects would be open to anyone who has the address.
  do     Remove this ACL; let aws_s3_bucket_public_access_block close the bucket.`);
  });

  it('goes from the worst down, then by file', () => {
    const heads = lines(text(findings, context())).filter((line) => /^(critical|high|medium|low|info) /.test(line));
    expect(heads.map((line) => line.split(/ +/).slice(0, 2).join(' '))).toEqual([
      'critical network-is-closed/rdp',
      'critical storage-is-private/acl',
      'high required-checks-exist',
      'high database-is-encrypted',
      'medium actions-are-pinned',
      'medium actions-are-pinned',
    ]);
  });

  it('tells one thing once: instances and aspects at one place are one block', () => {
    const output = text(findings, context());
    expect(output.match(/^high +database-is-encrypted/gm)).toHaveLength(1);
    expect(output).toMatch(/the same in module\.billing\.aws_db_instance\.main,[\s\S]*and 1 more/);
    expect(output).toContain('also   network-is-closed/ssh: aws_security_group.bastion opens ssh to 0.0.0.0/0.');
    expect(text(findings, context({ verbose: true }))).toMatch(/module\.users\.aws_db_instance\.main\n/);
  });

  it("gives a rule's reasons with its first finding", () => {
    const output = text(findings, context());
    expect(output.match(/What runs in the pipeline changes only/g)).toHaveLength(1);
    expect(output).toContain('  CC6.8  CC8.1\n');
  });

  it('groups unknowns by their reason and says what settles them', () => {
    const output = text(findings, context({ width: 120 }));
    expect(output).toContain(`unknown   2 results  var.encrypted has no value here.
  of database-is-encrypted, for module.orders.aws_db_instance.main, module.users.aws_db_instance.main
  modules/db/main.tf:8:23
  settle it with a default, a .tfvars file, or a plan (terraform show -json)`);
    expect(output).toContain('module.dns (infra/main.tf:23) and 1 more');
  });

  it('says what it could not do', () => {
    const output = text(findings, context({ width: 120 }));
    expect(output).toContain(
      'problem   infra/old.tf:3:1: expected "}" before the end of the file (could touch CC6.1, CC6.6)',
    );
    expect(output).toContain('notice    vendor/tool is a repository of its own and is left out');
  });

  it('shows in the table what asks for work, and the rest in numbers', () => {
    const output = text(findings, context({ width: 120 }));
    expect(output).toMatch(/CC6\.7 .* 2 +0 +2 +primary +undetermined/);
    expect(output).toMatch(/CC6\.8 .*gap, worst medium\n +\(1 in the baseline, 1 file unread\)/);
    expect(output).toContain(
      '…1 with evidence, 1 with supporting evidence, 25 with nothing to judge here, 1 outside a repository',
    );
    expect(output).not.toMatch(/^ +CC7\.1 /m);
    const verbose = text(findings, context({ width: 120, verbose: true }));
    expect(verbose.match(/^ +(?:CC|A|PI|C|P)\d\.\d .* (?:primary|partial|weak|document|none) /gm)).toHaveLength(61);
  });

  it('shows the first three of each rule in full and counts the others by rule', () => {
    const output = text(many, context());
    expect(output.match(/^(?:critical|medium) .*is not as it should be\./gm)).toHaveLength(6);
    expect(output).toContain('64 more findings (--verbose shows them in full)');
    expect(output).toMatch(
      / {2}critical {2}storage-is-private +21 {2}in 3 files\n {2}medium {4}actions-are-pinned +43 {2}in 6 files/,
    );
    expect(text(many, context({ verbose: true })).match(/is not as it should be\./g)).toHaveLength(70);
  });

  it('leaves waived findings and examples to --verbose, and counts them', () => {
    const output = text(findings, context());
    expect(output).not.toContain('site-public');
    expect(output.replaceAll('\n', ' ')).toContain(
      "1 accepted · 1 waived by other tools' comments · 1 in the baseline · 1 in examples, tests and vendored code",
    );
    const verbose = text(findings, context({ verbose: true }));
    expect(verbose).toContain('kept   static site, public by design (approved by acme/platform, until 2027-01-31)');
    expect(verbose).toContain('In examples, tests and vendored code (not counted):');
  });

  it('shows what is of this change, and never hides a new waiver', () => {
    const output = text(comparison, context());
    expect(output).toContain('2 open findings elsewhere, not of this change (--verbose shows them)');
    expect(output).not.toContain('required-checks-exist  ');
    expect(output).toContain(
      'new waiver  storage-is-private/acl for site-*, until 2027-01-31: static site, public by design',
    );
  });

  it('is short in a hook', () => {
    expect(text(partial, context({ width: 80 }))).toBe(`medium  actions-are-pinned  .github/workflows/release.yml:14
      Step 1 of job release uses actions/checkout@v4, a tag that can move.
      Whoever holds that repository decides what runs here.
      do: Pin it to a full commit, with the version in a comment.
medium  actions-are-pinned  .github/workflows/release.yml:15
      Step 2 of job release uses actions/setup-node@v4, a tag that can move.
      Whoever holds that repository decides what runs here.
      do: Pin it to a full commit, with the version in a comment.
2 open: 2 medium · 0 unknown · 3 files read
`);
    expect(text({ ...partial, results: [], summary: clean.summary }, context())).toBe(
      '0 open · 0 unknown · 412 files read\n',
    );
  });

  it('is only findings and a count with --quiet', () => {
    const output = text(findings, context({ quiet: true }));
    expect(output).not.toMatch(/^unknown|^problem|coverage|next:/m);
    expect(lines(output).at(-1)).toMatch(/^14 open: 3 critical, 9 high, 2 medium · /);
  });

  it('says what is not known about the run itself', () => {
    const output = text(limited, context());
    expect(output).toContain('SOC 2 coverage at no commit, as of no date');
    expect(output).toContain('only CC8.1, required-checks-exist');
    expect(output).toContain('  1 with evidence (--verbose lists them)');
  });

  it('suggests next steps until somebody chose categories', () => {
    expect(text(many, context())).toMatch(
      /next: soc2-lint init +choose[\s\S]*baseline create[\s\S]*explain storage-is-private/,
    );
    expect(text({ ...many, scope: clean.scope }, context())).not.toContain('next:');
  });

  it('shows a finding that stands in no file', () => {
    const output = text(
      reportOf([
        failure('required-checks-exist', { message: 'No policy says who may approve.', subject: 'the repository' }),
      ]),
      context(),
    );
    expect(output).toMatch(/^high +required-checks-exist {2}No policy says who may approve\.\n {2}CC8\.1/);
  });

  it.each(Object.entries(samples))('says the same without colour: %s', (_, report) => {
    const colored = text(report, context({ color: true }));
    expect(stripVTControlCharacters(colored)).toBe(text(report, context()));
    expect(colored).toContain('\u001b[1m');
  });

  it.each([60, 80, 120])('stays within %i columns', (width) => {
    // Commands to copy are never broken, and the table's columns need 78.
    const long = Object.values(samples)
      .flatMap((report) => lines(text(report, context({ width }))))
      .filter((line) => !/^(?:next:| {5}) soc2-lint/.test(line) && widthOf(line) > Math.max(width, 78));
    expect(long).toEqual([]);
  });

  it('prints nothing that a repository could steer a terminal with', () => {
    const hostile = '\u001b]0;owned\u0007 \u202e ::error::forged';
    const report = reportOf(
      [
        failure('storage-is-private', {
          message: hostile,
          label: hostile,
          do: hostile,
          subject: hostile,
          location: at(`${hostile}.tf`, 1, 1, 9),
        }),
      ],
      {
        problems: [{ kind: 'parse', message: hostile, location: at(hostile, 1, 1) }],
        limits: [hostile],
      },
    );
    for (const verbose of [false, true]) {
      const output = text(report, context({ source: () => `${hostile}\n::warning::x`, verbose, width: 60 }));
      expect(output).not.toMatch(steering);
      expect(output).not.toMatch(/^\s*::[a-z]/m);
    }
  });
});
