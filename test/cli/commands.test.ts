import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../../rules/index.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { cli, emptyFolder, folderWith, git, otherRulesOff, repository, scanned, workflow, write } from '../run.ts';

const ci = '.github/workflows/ci.yml';
const anywhere = emptyFolder();

describe('--version', () => {
  it('is the package’s', () => {
    for (const args of [['--version'], ['-V'], ['.', '--version']])
      expect(cli(anywhere, args)).toEqual({ code: 0, out: `${packageJson.version}\n`, err: '' });
  });
});

describe('--help', () => {
  const { out, code } = cli(anywhere, ['--help']);

  it('fits a terminal, and says the same however it is asked for', () => {
    expect(code).toBe(0);
    for (const line of out.split('\n')) expect(line.length, line).toBeLessThanOrEqual(120);
    for (const args of [['-h'], ['help'], ['.', '--help'], ['--format', 'json', '-h']])
      expect(cli(anywhere, args).out).toBe(out);
  });

  it('names every option there is, and no other', () => {
    const named = [...out.matchAll(/--[a-z-]+/g)].map(([name]) => name.slice(2));
    const source = readFileSync('src/cli/scan-command.ts', 'utf8');
    const options = /const options = \{([\s\S]*?)\n\} as const/.exec(source)![1]!;
    const known = [...options.matchAll(/^ {2}'?([a-z-]+)'?: \{/gm)].map(([, name]) => name);
    expect(new Set(named)).toEqual(new Set(known));
  });

  it('tells the exit codes and what it is not', () => {
    expect(out).toMatch(/exit codes: 0 .*1 .*2 .*\n.*3 /);
    expect(out).toContain('It is not an opinion: that is for a CPA firm.');
  });

  it.each(['rules', 'explain', 'init', 'baseline'])('of %s starts with its usage', (command) => {
    const { out: own } = cli(anywhere, [command, '--help']);
    expect(own).toMatch(new RegExp(`^usage: soc2-lint ${command}`));
    expect(cli(anywhere, ['help', command]).out).toBe(own);
  });
});

describe('rules', () => {
  it('lists all of them', () => {
    const { out } = cli(anywhere, ['rules']);
    for (const { id } of ruleIndex.entries) expect(out).toContain(`  ${id}  `);
    expect(out.trimEnd().split('\n').at(-1)).toBe(
      `${ruleIndex.entries.length} rules; soc2-lint explain RULE tells more`,
    );
  });

  it('lists those of some criteria', () => {
    const { out } = cli(anywhere, ['rules', '--criteria', 'CC4.1']);
    expect(out).toContain('manual-evidence-is-current');
    expect(out).not.toContain('actions-are-pinned');
    expect(cli(anywhere, ['rules', '--criteria', 'CC99']).code).toBe(2);
  });

  it('as JSON keep the contract', () => {
    const rules = JSON.parse(cli(anywhere, ['rules', '--format', 'json']).out) as Record<string, unknown>[];
    expect(rules.map(({ id }) => id)).toEqual(ruleIndex.entries.map(({ id }) => id));
    for (const rule of rules) {
      expect(rule).toEqual({
        id: expect.any(String),
        title: expect.any(String),
        severity: expect.stringMatching(/^(critical|high|medium|low|info)$/),
        criteria: expect.any(Object),
        kinds: expect.any(Array),
        options: expect.any(Object),
        page: expect.stringMatching(/^rules\/[a-z-]+\/[a-z-]+\.md$/),
        ...(rule['equivalents'] !== undefined && { equivalents: expect.any(Object) }),
        ...(rule['aspects'] !== undefined && { aspects: expect.any(Object) }),
      });
      expect(existsSync(rule['page'] as string)).toBe(true);
      for (const reason of Object.values(rule['criteria'] as object)) expect(reason).toMatch(/\.$/);
      for (const option of Object.values(rule['options'] as object))
        expect(option).toMatchObject({ type: expect.any(String), about: expect.any(String) });
    }
  });

  it('takes no names', () => expect(cli(anywhere, ['rules', 'x'])).toMatchObject({ code: 2, out: '' }));
});

describe('explain', () => {
  it('shows the page of a rule', () => {
    for (const { id } of ruleIndex.entries.slice(0, 3)) {
      const { out, code } = cli(anywhere, ['explain', id]);
      expect([code, out.slice(0, 2)]).toEqual([0, '# ']);
      expect(out).toContain(`\`${id}\`, severity`);
      expect(out).not.toContain('<!--');
    }
  });

  it('says of a criterion what rules show and what stays outside, and puts right what is often told wrong', () => {
    const { out } = cli(anywhere, ['explain', 'cc6.8']);
    expect(out).toMatch(/^CC6\.8 {2}Unauthorised/);
    expect(out).toContain('    actions-are-pinned: ');
    expect(out).toContain('What stays outside of a repository');
    expect(out).toContain('attestation by a CPA firm, not a certification');
    expect(out).toContain('3 to 12 months');
    expect(cli(anywhere, ['explain', 'CC1.2']).out).toContain('A repository can show nothing of it');
  });

  it.each([
    [
      ['action-are-pinned'],
      'there is no rule or criterion action-are-pinned; did you mean actions-are-pinned? (soc2-lint rules lists them)',
    ],
    [['CC9.9'], 'there is no rule or criterion CC9.9; did you mean CC9.1? (soc2-lint rules lists them)'],
    [[], 'explain takes one id, of a rule or of a criterion: soc2-lint explain CC6.1'],
    [['CC6.1', 'CC6.2'], 'explain takes one id, of a rule or of a criterion: soc2-lint explain CC6.1'],
  ])('%j is a mistake', (args, message) => {
    expect(cli(anywhere, ['explain', ...args])).toEqual({ code: 2, out: '', err: `soc2-lint: ${message}\n` });
  });
});

describe('init', () => {
  const terraform = 'resource "aws_s3_bucket" "logs" {\n  bucket = "logs"\n}\n';

  it('writes what is valid and scans clean', () => {
    const folder = repository({ 'README.md': '# x\n' });
    const { code, out } = cli(folder, ['init']);
    expect(code).toBe(0);
    expect(out).toContain('wrote .soc2/config.yml\nwrote .github/workflows/soc2-lint.yml\n');
    expect(out).toContain('- id: soc2-lint');
    const { whole: report, code: after } = scanned(folder);
    // That nothing updates the dependencies of an empty repository is not of what was written.
    const ofIt = report.results.filter(
      ({ rule, verdict }) => verdict === 'fail' && rule !== 'dependencies-are-kept-up-to-date',
    );
    expect([after, ofIt, report.problems]).toEqual([0, [], []]);
    expect(report.summary.files.read).toBe(1);
  });

  it('says what it found', () => {
    const folder = repository({ 'main.tf': terraform });
    cli(folder, ['init']);
    const config = readFileSync(join(folder, '.soc2/config.yml'), 'utf8');
    expect(config).toMatch(/^# yaml-language-server: \$schema=https:\/\/\S+\/schema\/config\.schema\.json\n/);
    expect(config).toContain('#   1 ');
    expect(config).toContain('holds: [aws-account]');
    expect(scanned(folder).code).not.toBe(2);
  });

  it('names in its comments only what the configuration takes', () => {
    const folder = repository({ 'main.tf': terraform });
    cli(folder, ['init']);
    const config = readFileSync(join(folder, '.soc2/config.yml'), 'utf8');
    const open = config
      .replaceAll(/^# {3}\d.*$/gm, '')
      .replaceAll(/^# ((?:categories|engagement|rules):.*| {2}\S.*)$/gm, '$1');
    expect(open).toMatch(/^rules:\n {2}objects-are-versioned: low$/m);
    write(folder, { '.soc2/config.yml': open });
    expect(cli(folder, []).err).toBe('');
  });

  it('overwrites nothing', () => {
    const folder = repository({ '.soc2/config.yml': 'categories: [privacy]\n' });
    expect(cli(folder, ['init']).out).toContain('.soc2/config.yml is there already: left as it is\n');
    expect(readFileSync(join(folder, '.soc2/config.yml'), 'utf8')).toBe('categories: [privacy]\n');
    const workflows = readFileSync(join(folder, '.github/workflows/soc2-lint.yml'), 'utf8');
    expect(cli(folder, ['init']).code).toBe(0);
    expect(readFileSync(join(folder, '.github/workflows/soc2-lint.yml'), 'utf8')).toBe(workflows);
  });

  it('only prints with --dry-run', () => {
    const folder = repository({ 'main.tf': terraform });
    const { out } = cli(folder, ['init', '--dry-run']);
    expect(out).toContain('# would write .soc2/config.yml\n');
    expect(git(folder, 'status', '--porcelain')).toBe('');
  });

  it('has a snippet with the hook’s own name, and a workflow whose arguments the command line takes', () => {
    const { out } = cli(repository({}), ['init', '--dry-run']);
    expect(readFileSync('.pre-commit-hooks.yaml', 'utf8')).toContain('- id: soc2-lint\n');
    const [, run = ''] = /- run: npx --yes soc2-lint@\S+ (.*)$/m.exec(out)!;
    const args = run.replace('${BASE:+--diff "$BASE"}', '--diff main').replaceAll('"', '').split(' ');
    expect(
      parseArgs({ args, options: { diff: { type: 'string' }, format: { type: 'string' }, output: { type: 'string' } } })
        .values,
    ).toEqual({
      diff: 'main',
      format: 'github',
      output: 'markdown=$GITHUB_STEP_SUMMARY',
    });
  });
});

describe('baseline', () => {
  const step = (action: string) => `      - uses: ${action}\n`;

  it('quiets what stands now, and nothing that comes later; coverage stays what it is', () => {
    const folder = repository({ '.soc2/config.yml': otherRulesOff, [ci]: workflow() });
    const before = scanned(folder).report.coverage;
    expect(cli(folder, ['baseline', 'create'])).toEqual({
      code: 0,
      out: '.soc2/baseline.json: 1 finding. They stay gaps in the coverage until they are mended or accepted.\n',
      err: '',
    });
    const { code, report } = scanned(folder);
    expect([code, report.results.map(({ disposition }) => disposition)]).toEqual([0, ['baseline']]);
    expect(report.coverage.map(({ state }) => state)).toEqual(before.map(({ state }) => state));
    expect(report.coverage.find(({ criterion }) => criterion === 'CC6.8')).toMatchObject({
      state: 'gap',
      worst: 'high',
      counts: { fail: { open: 0, baseline: 1 } },
    });
    write(folder, { [ci]: `# lines move\n${workflow()}${step('acme/new@v1')}` });
    const later = scanned(folder);
    expect([later.code, later.report.results.map(({ disposition }) => disposition)]).toEqual([1, ['baseline', 'open']]);
  });

  it('is the same bytes each time, and holds no values and no lines', () => {
    const folder = repository({
      '.soc2/config.yml': otherRulesOff,
      [ci]: workflow() + step('b/b@v1') + step('a/a@v1'),
    });
    const create = () => {
      cli(folder, ['baseline', 'create']);
      return readFileSync(join(folder, '.soc2/baseline.json'), 'utf8');
    };
    const first = create();
    write(folder, { [ci]: `# moved\n${workflow()}${step('a/a@v1')}${step('b/b@v1')}` });
    expect(create()).toBe(first);
    expect(JSON.parse(first).findings).toHaveLength(3);
  });

  it('loses with prune what is mended, and keeps the rest', () => {
    const folder = repository({ '.soc2/config.yml': otherRulesOff, [ci]: workflow() + step('a/a@v1') });
    cli(folder, ['baseline', 'create']);
    write(folder, { [ci]: workflow() + step('b/b@v1') });
    expect(cli(folder, ['baseline', 'prune']).out).toMatch(/^\.soc2\/baseline\.json: 1 finding, 1 taken out/);
    expect(
      scanned(folder)
        .report.results.map(({ disposition }) => disposition)
        .sort(),
    ).toEqual(['baseline', 'open']);
  });

  it('loses nothing where something could not be read', () => {
    const folder = repository({ '.soc2/config.yml': otherRulesOff, [ci]: workflow() });
    cli(folder, ['baseline', 'create']);
    const before = readFileSync(join(folder, '.soc2/baseline.json'), 'utf8');
    write(folder, { [ci]: 'jobs: [' });
    expect(cli(folder, ['baseline', 'prune']).code).toBe(3);
    expect(readFileSync(join(folder, '.soc2/baseline.json'), 'utf8')).toBe(before);
  });

  it('may stand elsewhere', () => {
    const folder = repository({ '.soc2/config.yml': otherRulesOff, [ci]: workflow() });
    cli(folder, ['baseline', 'create']);
    const elsewhere = folderWith({ 'base.json': readFileSync(join(folder, '.soc2/baseline.json')) });
    write(folder, { '.soc2/baseline.json': '{"version":1,"findings":[]}' });
    expect(scanned(folder).code).toBe(1);
    expect(scanned(folder, ['--baseline', join(elsewhere, 'base.json')]).code).toBe(0);
  });

  it.each([
    [[], 'the action of baseline is one of create, prune, not ""'],
    [['crate'], 'the action of baseline is one of create, prune, not "crate"; did you mean create?'],
    [['prune'], 'there is no .soc2/baseline.json to prune; soc2-lint baseline create makes one'],
    [['create', '--as-of', 'x'], '--as-of takes a day that exists, as YYYY-MM-DD, not "x"'],
  ])('%j is a mistake', (args, message) => {
    expect(cli(emptyFolder(), ['baseline', ...args])).toEqual({ code: 2, out: '', err: `soc2-lint: ${message}\n` });
  });
});

describe('--plugin', () => {
  const own = `export default {
  id: 'jobs-have-names', title: 'Jobs have names', severity: 'medium', do: 'Name it.',
  criteria: { 'CC8.1': 'Whoever reads a run knows what it did.' },
  on: { kinds: ['workflow-job'] },
  check: ({ name, at }) => ({ verdict: 'fail', message: name + ' has no name.', at, via: [] }),
};`;

  it('brings rules of one’s own, to judge and to choose', () => {
    const folder = repository({ [ci]: workflow(), 'own.mjs': own });
    const { report } = scanned(folder, ['--plugin', 'own.mjs', '--rules', 'jobs-have-names']);
    expect(report.results.map(({ rule, severity, criteria }) => [rule, severity, criteria])).toEqual([
      ['jobs-have-names', 'medium', ['CC8.1']],
    ]);
    expect(cli(folder, ['--plugin', 'own.mjs']).out).toContain('Whoever reads a run knows what it did.');
    expect(cli(folder, ['--plugin', 'own.mjs', '--format', 'sarif']).code).toBe(1);
  });

  it.each([
    [
      'export const a = 1;',
      'expected a rule, or a list of rules, as the default export (import { rule } from "soc2-lint/rule")',
    ],
    [own.replace("'CC8.1'", "'CC9.9'"), 'rule jobs-have-names: there is no criterion CC9.9'],
    [own.replace('jobs-have-names', 'actions-are-pinned'), 'there is a rule actions-are-pinned already'],
    [own.replace("'workflow-job'", "'job'"), 'rule jobs-have-names: there is no kind job to judge'],
    [own.replace('check:', 'chck:'), 'rule jobs-have-names has no check'],
  ])('says what is wrong with one', (text, message) => {
    const folder = folderWith({ 'own.mjs': text });
    expect(cli(folder, ['--plugin', 'own.mjs'])).toEqual({
      code: 2,
      out: '',
      err: `soc2-lint: --plugin own.mjs: ${message}\n`,
    });
  });

  it('is never taken from what is scanned', () => {
    expect(cli(folderWith({ '.soc2/config.yml': 'plugin: own.mjs\n', 'own.mjs': own }), []).err).toContain(
      'unknown key "plugin"',
    );
  });
});
