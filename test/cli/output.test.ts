import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  cli,
  commit,
  emptyFolder,
  folderWith,
  git,
  otherRulesOff,
  repository,
  scanned,
  workflow,
  write,
} from '../run.ts';

const ci = '.github/workflows/ci.yml';
const formats = ['text', 'json', 'sarif', 'markdown', 'github'] as const;
const terraform = `variable "open" {}
resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}
resource "aws_s3_bucket_public_access_block" "logs" {
  bucket            = aws_s3_bucket.logs.id
  block_public_acls = var.open
}
`;
/** Everything a report can hold: findings, unknowns, problems, exceptions of each sort, records, other roles. */
const rich = {
  [ci]: `${workflow()}      - uses: acme/b@v1 # zizmor: ignore[unpinned-uses]\n      - uses: acme/c@v1 # soc2-lint: accept actions-are-pinned -- trusted\n`,
  '.github/workflows/release.yml': workflow({ action: 'acme/release@v2' }),
  '.github/workflows/broken.yml': 'jobs: [',
  'infra/main.tf': terraform,
  'examples/basic/main.tf': terraform,
  CODEOWNERS: '* @acme/platform\n',
  '.soc2/config.yml':
    'categories: [confidentiality]\nholds: [aws-account]\nengagement: { type: II, period: { from: 2026-07-01, to: 2026-12-31 } }\nsystem: { name: cloud }\n',
  '.soc2/exceptions.yml':
    'exceptions:\n  - { rule: actions-are-pinned, path: .github/workflows/release.yml, reason: known, owner: a, approver: b, until: 2027-01-31 }\n  - { rule: actions-are-pinned, path: nowhere, reason: old }\n',
  '.soc2/manual-evidence.yml':
    'evidence:\n  - { criterion: CC1.2, what: minutes, where: drive, date: 2025-10-31, nextDue: 2026-09-30 }\n',
};

describe('the same tree and arguments', () => {
  const inOrder = repository(rich);
  const reversed = emptyFolder();
  git(reversed, 'init', '--quiet', '--initial-branch=main');
  for (const [path, text] of Object.entries(rich).reverse()) {
    write(reversed, { [path]: text });
    git(reversed, 'add', path);
  }
  commit(reversed);
  write(inOrder, { 'notes.txt': 'x' });
  write(reversed, { 'notes.txt': 'x' });

  it.each(formats)(
    'give the same bytes as %s, wherever the folder is and in whatever order the files came',
    (format) => {
      const args = ['--format', format, '--verbose'];
      const { out, err } = cli(inOrder, args);
      expect(out).not.toBe('');
      expect(cli(reversed, args)).toEqual(cli(inOrder, args));
      expect(cli(join(inOrder, '..'), [...args, inOrder])).toEqual({ code: 3, out, err });
      for (const text of [out, err]) for (const folder of [inOrder, reversed]) expect(text).not.toContain(folder);
    },
  );

  it('give the same bytes whatever the clock, the language and the terminal', () => {
    const args = ['--format', 'json'];
    const expected = cli(inOrder, args).out;
    for (const env of [
      { TZ: 'Pacific/Kiritimati' },
      { TZ: 'America/Los_Angeles', LC_ALL: 'de_DE.UTF-8', LANG: 'tr_TR.UTF-8' },
      { COLUMNS: '40', TERM: 'dumb' },
    ])
      expect(cli(inOrder, args, env).out).toBe(expected);
  });

  it('give the same findings without git', () => {
    const plain = folderWith(rich);
    const results = (folder: string) => scanned(folder, ['--as-of', '2026-10-01']).whole.results;
    expect(results(plain)).toEqual(results(inOrder));
  });

  it('give the same report of staged files as of the same on disk', () => {
    const all = git(inOrder, 'ls-files', '.github').split('\n');
    const { report } = scanned(inOrder, ['--staged', ...all]);
    expect(report).toEqual(scanned(inOrder, all).report);
  });
});

describe('the JSON report', () => {
  const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: false, strictRequired: false });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  const validate = ajv.compile(JSON.parse(readFileSync('report.schema.json', 'utf8')));
  const folder = repository(rich);

  it.each([
    ['a whole scan', []],
    ['a scan without a date or commit', ['--config', '.soc2/config.yml', '--as-of', '2026-10-01']],
    ['some files', [ci, 'infra/main.tf']],
    ['what is staged', ['--staged', ci]],
    ['some criteria and rules', ['--criteria', 'CC6', '--rules', 'actions-are-pinned']],
    ['a comparison', ['--diff', 'HEAD']],
    ['another day', ['--as-of', '2027-06-01']],
  ])('of %s fits its schema', (_, args) => {
    const { whole: report } = scanned(folder, args);
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    expect(report.passes.every(({ subjects }) => subjects.every((index) => report.subjects[index] !== undefined))).toBe(
      true,
    );
    for (const { exception, disposition } of report.results) {
      expect(exception !== undefined).toBe(disposition === 'accepted' || disposition === 'inherited');
      if (exception !== undefined) expect(report.exceptions[exception]!.state).toBe('used');
    }
  });

  it('of an empty folder and of a comparison with new waivers does too', () => {
    for (const report of [scanned(emptyFolder()).whole, scanned(repository({}, { commit: false })).whole]) {
      validate(report);
      expect(validate.errors ?? []).toEqual([]);
    }
    const changed = repository({ [ci]: workflow() });
    write(changed, { '.soc2/config.yml': otherRulesOff });
    cli(changed, ['baseline', 'create']);
    const { whole: report } = scanned(changed, ['--diff', 'HEAD']);
    validate(report);
    expect([validate.errors ?? [], report.exceptions.map(({ source }) => source)]).toEqual([[], ['baseline']]);
  });

  it('holds everything once: findings in examples too, without counting them', () => {
    const { whole: report } = scanned(folder);
    expect(report.results.some(({ subject }) => subject.role === 'example')).toBe(true);
    expect(new Set(report.results.map(({ fingerprint }) => fingerprint)).size).toBe(report.results.length);
    expect(
      report.summary.elsewhere +
        report.results.filter(({ subject, verdict }) => subject.role === 'system' && verdict === 'fail').length,
    ).toBe(report.results.filter(({ verdict }) => verdict === 'fail').length);
  });
});

describe('what our words say', () => {
  it('is never the auditor’s word, in no format', () => {
    const folder = repository(rich);
    for (const format of formats)
      expect(cli(folder, ['--format', format, '--verbose']).out).not.toMatch(/\b(compliant|certified|satisfied)\b/i);
    for (const args of [['--help'], ['rules'], ['explain', 'CC6.1'], ['init', '--dry-run']])
      expect(cli(folder, args).out).not.toMatch(/\b(compliant|certified|satisfied)\b/i);
  });

  it('has the limits in every output', () => {
    const folder = repository(rich);
    for (const format of ['text', 'json', 'sarif', 'markdown'] as const) {
      const said = cli(folder, ['--format', format]).out.replaceAll(/\s+/g, ' ');
      expect(said, format).toContain('not an opinion: that is for a CPA firm');
      expect(said, format).toContain('not operation over the period');
    }
  });
});

describe('a hostile repository', () => {
  const evil = '\u001b[2J\u001b]0;title\u0007';
  const names = [
    `${evil}.yml`,
    '::error title=x::y.yml',
    '<img src=x onerror=alert(1)>.yml',
    'a](javascript:alert(1)).yml',
    '\u202egnp.yml',
    '`code`|pipe.yml',
    '%0A::warning::x.yml',
    '\n::error::second line.yml',
    '##[error]x.yml',
  ];
  const tree = Object.fromEntries([
    ...names.map((name, i) => [`.github/workflows/${name}`, workflow({ action: `acme/<b>${i}%0A::error::x@v1` })]),
    [
      '.soc2/exceptions.yml',
      `exceptions:\n  - { rule: actions-are-pinned, path: nowhere, reason: ${JSON.stringify(`${evil}\n::error::x <script>alert(1)</script> @everyone`)} }\n`,
    ],
    [
      '.github/workflows/bad.yml',
      `on: push\njobs:\n  "${evil.replaceAll('\u001b', '\\e').replace('\u0007', '\\a')}": [\n`,
    ],
  ] as [string, string][]);
  const folder = repository({ ...tree, '.soc2/config.yml': otherRulesOff });

  it('steers no terminal and no log', () => {
    for (const args of [
      [],
      ['--verbose'],
      ['--format', 'markdown'],
      ['--format', 'sarif'],
      ['--format', 'json'],
      ['--format', 'github'],
      ['--quiet'],
      ['--staged'],
    ]) {
      const { out, err } = cli(folder, args);
      for (const text of [out, err])
        expect(text.replaceAll('\n', ''), args.join(' ')).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      for (const line of [...out.split('\n'), ...err.split('\n')])
        if (args[1] === 'github' && line.startsWith('::'))
          expect(line).toMatch(/^::(error|warning|notice) (file|title)=[^\n]*::/);
        else expect(line).not.toMatch(/^\s*::\w+|##\[\w+\]/);
    }
  });

  it('adds no commands of its own to those of the github format', () => {
    const { out } = cli(folder, ['--format', 'github']);
    const commands = out.trimEnd().split('\n');
    expect(commands).toHaveLength(names.length + 1);
    for (const line of commands) expect(line.match(/::/g)!.length, line).toBeGreaterThanOrEqual(2);
    expect(commands.filter((line) => line.startsWith('::error ')).length).toBe(names.length);
  });

  it('puts no markup into a summary', () => {
    const { out } = cli(folder, ['--format', 'markdown', '--verbose']);
    const outsideOfCode = out.replaceAll(/(`+)[\s\S]*?\1/g, '');
    expect(outsideOfCode).not.toMatch(/<(?!\/?(details|summary|br)>|!-- -->)/);
    expect(outsideOfCode).not.toContain('](javascript:');
    expect(outsideOfCode).not.toMatch(/(?<!<!-- -->)@everyone/);
  });

  it('is told with addresses that lead to its files', () => {
    const sarif = JSON.parse(cli(folder, ['--format', 'sarif']).out);
    for (const { locations } of sarif.runs[0].results)
      for (const { physicalLocation } of locations)
        expect(decodeURIComponent(physicalLocation.artifactLocation.uri) in tree).toBe(true);
  });
});

describe('secrets', () => {
  const [password, token, key] = ['hunter2-hunter2', `ghp_${'a1B2'.repeat(9)}`, 'unquoted-s3cret!'];
  const tree = {
    [ci]: `${workflow({ action: 'acme/tool@v1' })}        with:
          token: "${token}"
          db_password: ${key}
  second:
    runs-on: ubuntu-latest
    container:
      image: acme/db:1
      credentials: { username: someone, password: "${password}" }
    steps:
      - run: echo "${password} ${token}"
`,
    '.soc2/exceptions.yml': `exceptions:\n  - { rule: actions-are-pinned, subject: "x ${password}", reason: "the password is ${password}" }\n`,
    'main.tf': `resource "github_actions_secret" "deploy" {\n  repository      = "cloud"\n  secret_name     = "DEPLOY"\n  plaintext_value = "from-hcl-s3cret"\n}\n`,
  };

  it('stand in no output, also not as part of other texts', () => {
    const folder = repository(tree);
    expect(scanned(folder).report.results.map(({ rule }) => rule)).toContain('pipelines-hold-no-passwords');
    for (const format of formats)
      for (const args of [[], ['--verbose']]) {
        const { out, err } = cli(folder, ['--format', format, ...args]);
        for (const secret of [password, token, key, 'from-hcl-s3cret'])
          expect(out + err, `${format} ${secret}`).not.toContain(secret);
      }
    expect(cli(folder, []).out).toContain('••••');
  });

  it('are not everyday words: what a permission or a setting says is shown', () => {
    const folder = repository({ [ci]: `${workflow()}        with: { persist-credentials: "false", token: "read" }\n` });
    expect(cli(folder, ['--verbose']).out).not.toContain('••••');
  });
});
