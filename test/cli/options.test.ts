import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formats } from '../../src/report/index.ts';
import { cli, folderWith, repository, scanned, workflow, write } from '../run.ts';

const ci = '.github/workflows/ci.yml';
const high = workflow();
// A medium finding: a job that deploys and names no environment is not needed here; permissions that are not stated are.
const broken = 'on: push\njobs:\n  build: [\n';
const unknown =
  'on: push\npermissions: {}\njobs:\n  a:\n    runs-on: x\n    container: ${{ vars.image }}\n    steps: [{ run: "true" }]\n';

const names = Object.keys(formats).join(', ');

describe('exit codes', () => {
  const code = (tree: { [path: string]: string }, ...args: string[]) => cli(folderWith(tree), args).code;

  it('are 0 without open findings, 1 with, 3 where the scan is incomplete, 2 for a mistake of the caller', () => {
    expect(code({})).toBe(0);
    expect(code({ [ci]: high })).toBe(1);
    expect(code({ [ci]: broken })).toBe(3);
    expect(code({ [ci]: high }, '--nope')).toBe(2);
    expect(code({ '.soc2/config.yml': 'nope: 1\n' })).toBe(2);
  });

  it('have an order: 2 before 3 before 1', () => {
    const both = { [ci]: high, '.github/workflows/broken.yml': broken };
    expect(code(both)).toBe(3);
    expect(code(both, '--allow-incomplete')).toBe(1);
    expect(code({ ...both, '.soc2/config.yml': 'nope: 1\n' })).toBe(2);
    expect(code({ [ci]: broken }, '--allow-incomplete')).toBe(0);
  });

  it('print the findings in all but 2', () => {
    const both = folderWith({ [ci]: high, '.github/workflows/broken.yml': broken });
    expect(cli(both, []).out).toContain('actions-are-pinned');
    expect(cli(both, ['--nope']).out).toBe('');
  });

  it('follow --fail-on', () => {
    for (const [level, expected] of [
      ['critical', 0],
      ['high', 1],
      ['medium', 1],
      ['low', 1],
      ['never', 0],
    ] as const)
      expect(code({ [ci]: high }, '--fail-on', level), level).toBe(expected);
  });

  it('follow --fail-on-unknown, which nothing else does', () => {
    expect(code({ [ci]: unknown })).toBe(0);
    expect(code({ [ci]: unknown }, '--fail-on-unknown')).toBe(1);
    expect(code({ [ci]: unknown, '.soc2/config.yml': 'failOnUnknown: true\n' })).toBe(1);
  });

  it('follow the configuration where no argument says otherwise', () => {
    const tree = { [ci]: high, '.soc2/config.yml': 'failOn: never\n' };
    expect(code(tree)).toBe(0);
    expect(code(tree, '--fail-on', 'high')).toBe(1);
    expect(code({ [ci]: broken, '.soc2/config.yml': 'allowIncomplete: true\n' })).toBe(0);
  });

  it('know nothing of examples and tests', () => {
    expect(
      code({
        'examples/x/main.tf':
          'resource "aws_security_group_rule" "a" {\n  type = "ingress"\n  cidr_blocks = ["0.0.0.0/0"]\n  from_port = 22\n  to_port = 22\n  protocol = "tcp"\n}\n',
      }),
    ).toBe(0);
  });
});

describe('what is judged', () => {
  const folder = repository({ [ci]: `${high}        env:\n          TITLE: x\n` });

  it('can be limited to criteria or series of them', () => {
    for (const names of [['CC6.8'], ['CC6'], ['cc6'], ['CC'], ['A1,CC6.8'], ['A1', '--criteria', 'CC6.8']]) {
      const { report, code } = scanned(folder, ['--criteria', ...names]);
      expect([code, report.results.length], names.join()).toEqual([1, 1]);
      expect(
        report.scope.criteria?.every((id) =>
          report.results[0]!.criteria.every((own) => !own.startsWith('CC6') || id !== 'P1.1'),
        ),
      ).toBe(true);
    }
    const { report, code } = scanned(folder, ['--criteria', 'A1,PI1']);
    expect([code, report.results]).toEqual([0, []]);
    expect(report.scope.criteria).toEqual(['A1.1', 'A1.2', 'A1.3', 'PI1.1', 'PI1.2', 'PI1.3', 'PI1.4', 'PI1.5']);
  });

  it('can be limited to rules', () => {
    expect(scanned(folder, ['--rules', 'actions-are-pinned']).report.summary.rules).toBe(1);
    expect(scanned(folder, ['--rules', 'outside-code-runs-without-secrets']).report.results).toEqual([]);
  });

  it('can be limited to categories, and security always belongs', () => {
    const { report } = scanned(folder, ['--categories', 'availability,privacy']);
    expect(report.scope).toMatchObject({ chosen: true, categories: ['security', 'availability', 'privacy'] });
    const states = new Map(report.coverage.map(({ criterion, state }) => [criterion, state]));
    expect(states.get('C1.1')).toBe('out-of-scope');
    expect(states.get('CC6.8')).toBe('gap');
    expect(states.get('A1.1')).toBe('nothing-to-judge');
  });

  it.each([
    [['--criteria', 'CC9.9'], 'there is no criterion CC9.9; did you mean CC9.1?'],
    [['--criteria', 'PP1.1'], 'there is no criterion PP1.1; did you mean P1.1?'],
    [['--rules', 'actions-are-pined'], 'there is no rule actions-are-pined; did you mean actions-are-pinned?'],
    [
      ['--categories', 'secrity'],
      'a category is one of security, availability, processing-integrity, confidentiality, privacy, not "secrity"; did you mean security?',
    ],
    [['--format', 'jsno'], `--format is one of ${names}, not "jsno"; did you mean json?`],
    [['--fail-on', 'hihg'], '--fail-on is one of critical, high, medium, low, never, not "hihg"; did you mean high?'],
    [['--fail-on', 'info'], '--fail-on is one of critical, high, medium, low, never, not "info"'],
    [['--as-of', '2026-02-30'], '--as-of takes a day that exists, as YYYY-MM-DD, not "2026-02-30"'],
    [['--as-of', 'today'], '--as-of takes a day that exists, as YYYY-MM-DD, not "today"'],
    [['--fromat', 'json'], 'there is no option --fromat; did you mean --format? (see --help)'],
    [['-x'], 'there is no option -x (see --help)'],
    [['--format'], "Option '--format <value>' argument missing (see --help)"],
    [['--output', 'json'], '--output takes FORMAT=FILE, not "json"'],
    [['--output', 'jsno=x'], `the format of --output is one of ${names}, not "jsno"; did you mean json?`],
    [['--output', 'json=.'], "can't write .: EISDIR: illegal operation on a directory"],
    [['--config', 'nowhere.yml'], 'there is no file nowhere.yml'],
    [['--baseline', 'nowhere.json'], 'there is no file nowhere.json'],
    [['--var-file', 'nowhere.tfvars'], 'there is no file nowhere.tfvars'],
    [['--var-file', '/etc/passwd'], '--var-file /etc/passwd lies outside of what is scanned'],
    [['--diff', 'nowhere'], 'git knows no nowhere to compare with: fetch it, or check the name'],
    [['--diff', '--upload-pack=x'], "Option '--diff' argument is ambiguous (see --help)"],
    [['-'], 'reading from standard input is not supported: name a folder or files'],
  ])('%j is a mistake, told in one line', (args, message) => {
    const ran = cli(folder, args);
    expect([ran.code, ran.err]).toEqual([2, `soc2-lint: ${message}\n`]);
  });

  it('is told by the day: --as-of, else the commit’s', () => {
    const exceptions =
      'exceptions:\n  - { rule: actions-are-pinned, path: .github, reason: known, until: 2026-10-15 }\n';
    const waived = repository({ [ci]: high, '.soc2/exceptions.yml': exceptions });
    const dispositions = (...args: string[]) =>
      scanned(waived, args).report.results.map(({ rule, disposition }) => `${rule} ${disposition}`);
    expect(dispositions()).toEqual(['actions-are-pinned accepted']);
    expect(dispositions('--as-of', '2026-10-15')).toEqual(['actions-are-pinned accepted']);
    expect(dispositions('--as-of', '2026-10-16')).toEqual(['actions-are-pinned open', 'exceptions-are-current open']);
  });

  it('can follow another configuration, from wherever', () => {
    const elsewhere = folderWith({ 'own.yml': 'rules:\n  actions-are-pinned: low\n' });
    expect(scanned(folder, ['--config', join(elsewhere, 'own.yml')]).report.results[0]!.severity).toBe('low');
    write(elsewhere, { 'bad.yml': 'rules: 1\n' });
    expect(cli(folder, ['--config', join(elsewhere, 'bad.yml')]).err).toContain(
      'bad.yml:1:8: expected keys with values',
    );
  });

  it('counts rules that are off, former names, and options', () => {
    const off = repository({ [ci]: high, '.soc2/config.yml': 'rules: { actions-are-pinned: off }\n' });
    expect(scanned(off).report.results).toEqual([]);
    expect(scanned(off).report.summary.rules).toBe(scanned(folder).report.summary.rules - 1);
  });
});

describe('what comes out', () => {
  const folder = repository({ [ci]: high });

  it.each(['text', 'json', 'sarif', 'markdown', 'github'])('as %s is on stdout and nothing else is', (format) => {
    const { code, out, err } = cli(folder, ['--format', format]);
    expect([code, err]).toEqual([1, '']);
    expect(out).toContain('actions-are-pinned');
    expect(out.endsWith('\n')).toBe(true);
  });

  it('goes to files as well, each in its format', () => {
    const { out } = cli(folder, [
      '--output',
      'sarif=out/report.sarif',
      '--output=json=out/report.json',
      '--output',
      'text=out/a=b.txt',
      '--quiet',
    ]);
    expect(out).toMatch(/\d open: /);
    expect(JSON.parse(readFileSync(join(folder, 'out/report.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8')).schemaVersion).toBe(1);
    expect(readFileSync(join(folder, 'out/a=b.txt'), 'utf8')).toContain('actions-are-pinned');
  });

  it('is short with --quiet, and everything with --verbose', () => {
    const lines = (...args: string[]) => cli(folder, args).out.split('\n').length;
    expect(lines('--quiet')).toBeLessThan(lines());
    expect(lines('-v')).toBeGreaterThan(lines() + 30);
    expect(cli(folder, ['--quiet']).out).not.toContain('coverage');
    expect(cli(folder, ['--verbose']).out).toContain('P8.1');
  });

  it('has no colour but where it is asked for: no escape without a terminal', () => {
    expect(cli(folder, []).out).not.toContain('\u001b');
    expect(cli(folder, [], { NO_COLOR: '1' }).out).not.toContain('\u001b');
    expect(cli(folder, [], { FORCE_COLOR: '1' }).out).toContain('\u001b[');
    expect(cli(folder, [], { FORCE_COLOR: '0' }).out).not.toContain('\u001b');
    expect(cli(folder, ['--output', 'text=colour.txt'], { FORCE_COLOR: '1' }).code).toBe(1);
    expect(readFileSync(join(folder, 'colour.txt'), 'utf8')).not.toContain('\u001b');
  });

  it('says the same with colour and without', () => {
    // oxlint-disable-next-line no-control-regex
    expect(cli(folder, [], { FORCE_COLOR: '1' }).out.replaceAll(/\u001b\[[\d;]*m/g, '')).toBe(cli(folder, []).out);
  });

  it('has the problems on stderr where stdout is for machines', () => {
    const incomplete = folderWith({ [ci]: broken });
    expect(cli(incomplete, ['--format', 'sarif']).err).toMatch(
      /^problem: \.github\/workflows\/ci\.yml:4: expected YAML/,
    );
    expect(cli(incomplete, []).err).toBe('');
  });
});

describe('files that the linter writes', () => {
  it('never leave the folder without a word: a run changes nothing by itself', () => {
    const folder = repository({ [ci]: high });
    cli(folder, []);
    cli(folder, ['--diff', 'HEAD']);
    cli(folder, ['--staged']);
    expect(scanned(folder).report.summary.files.listed).toBe(1);
  });
});
