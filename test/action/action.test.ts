import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseYaml } from '../../src/parse/yaml/parse.ts';
import type { Node } from '../../src/parse/tree.ts';
import { packageFolder } from '../bundle.ts';
import { commit, emptyFolder, git, otherRulesOff, pinned, repository, workflow, write, type Tree } from '../run.ts';

const ci = '.github/workflows/ci.yml';
const step = (action: string) => `      - uses: ${action}\n`;

/** A repository in which only the rules that are looked at have something to say. */
const quiet = (tree: Tree) => repository({ '.soc2/config.yml': otherRulesOff, ...tree });

interface Event {
  name?: string;
  payload?: object;
  inputs?: { readonly [name: string]: string };
  env?: NodeJS.ProcessEnv;
}

/** Runs the Action's bundle as a runner does: inputs and event by environment variables, outputs and summary by files. */
function action(workspace: string, { name = 'push', payload = {}, inputs = {}, env = {} }: Event = {}) {
  const runner = emptyFolder();
  const file = (called: string, text = '') => {
    writeFileSync(join(runner, called), text);
    return join(runner, called);
  };
  const given = Object.entries(inputs).map(([input, value]) => [
    `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ]);
  const paths = { output: file('output'), summary: file('summary') };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(packageFolder, 'dist/action.js')], {
    cwd: workspace,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      HOME: runner,
      GIT_CONFIG_NOSYSTEM: '1',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(payload)),
      GITHUB_REPOSITORY: 'acme/cloud',
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_SHA: '1'.repeat(40),
      GITHUB_OUTPUT: paths.output,
      GITHUB_STEP_SUMMARY: paths.summary,
      ...Object.fromEntries(given),
      ...env,
    },
  });
  const outputs = Object.fromEntries(
    [...readFileSync(paths.output, 'utf8').matchAll(/^(.+)<<(ghadelimiter_.+)\n([\s\S]*?)\n\2$/gm)].map(
      ([, key, , value]) => [key, value],
    ),
  );
  return { code: status, out: stdout, err: stderr, outputs, summary: readFileSync(paths.summary, 'utf8') };
}

const commands = (out: string) => out.split('\n').filter((line) => line.startsWith('::'));
const pullRequest = (folder: string, base: string): Event => ({
  name: 'pull_request',
  payload: { pull_request: { base: { sha: base }, head: { sha: git(folder, 'rev-parse', 'HEAD') } } },
});

describe('the Action on a push', () => {
  const folder = quiet({ [ci]: workflow() });
  const ran = action(folder);

  it('annotates, fails, and writes the summary and the outputs', () => {
    expect([ran.code, ran.err]).toEqual([1, '']);
    expect(commands(ran.out)).toEqual([
      expect.stringMatching(
        /^::error file=\.github\/workflows\/ci\.yml,line=9,endLine=9,col=15,endColumn=34,title=actions-are-pinned%3A .*::actions-are-pinned\/action: .*%0ADo: /,
      ),
    ]);
    expect(ran.summary).toMatch(/^## SOC 2 coverage at [0-9a-f]{7}, as of /);
    expect(ran.summary).toContain(`https://github.example/acme/cloud/blob/${'1'.repeat(40)}/${ci}#L9`);
    expect(ran.outputs).toMatchObject({ open: '1', accepted: '0', unknown: '0' });
    expect(Number(ran.outputs['gaps'])).toBeGreaterThan(0);
  });

  it('judges by the day of the run', () => {
    expect(ran.summary).toContain(`as of ${new Date().toISOString().slice(0, 10)}`);
    expect(action(folder, { inputs: { 'as-of': '2026-10-02' } }).summary).toContain('as of 2026-10-02');
  });

  it('passes where nothing is open', () => {
    const { code, out, summary } = action(quiet({ [ci]: workflow({ action: pinned }) }));
    expect([code, out]).toEqual([0, '']);
    expect(summary).toContain('No finding is open.');
  });

  it('needs no token, no event, no summary and no output', () => {
    const env = {
      GITHUB_EVENT_PATH: '',
      GITHUB_STEP_SUMMARY: '',
      GITHUB_OUTPUT: '',
      GITHUB_REPOSITORY: '',
      GITHUB_SERVER_URL: '',
    };
    expect(action(folder, { env }).code).toBe(1);
    expect(action(folder, { env: { GITHUB_EVENT_PATH: '/nowhere/event.json' } }).code).toBe(1);
    expect(action(folder, { inputs: { token: '' } }).code).toBe(1);
  });

  it('says which files it could not read, and fails for it unless told otherwise', () => {
    const broken = quiet({ [ci]: 'jobs: [' });
    const { code, out } = action(broken);
    expect(code).toBe(3);
    expect(commands(out)[0]).toMatch(/^::warning .*file=\.github\/workflows\/ci\.yml.*::expected YAML/);
    expect(action(broken, { inputs: { 'allow-incomplete': 'true' } }).code).toBe(0);
  });
});

describe('the Action on a pull request', () => {
  const base = quiet({ [ci]: workflow() });
  const before = git(base, 'rev-parse', 'HEAD');
  write(base, { 'README.md': '# x\n' });
  commit(base);

  it('leaves alone what stood before', () => {
    const { code, out, summary } = action(base, pullRequest(base, before));
    expect([code, out]).toEqual([0, '']);
    expect(summary).toMatch(/^## SOC 2: this change opens no gap/);
    expect(summary).toContain('1 open finding stands elsewhere in the repository');
  });

  it('annotates and fails on what the change brings', () => {
    const folder = quiet({ [ci]: workflow({ action: pinned }) });
    const from = git(folder, 'rev-parse', 'HEAD');
    write(folder, { [ci]: workflow({ action: pinned }) + step('acme/new@v1') });
    commit(folder);
    const { code, out, summary } = action(folder, pullRequest(folder, from));
    expect(code).toBe(1);
    expect(commands(out)).toEqual([expect.stringContaining('line=10')]);
    expect(summary).toMatch(/^## SOC 2: this change opens \d+ gaps?\n/);
    expect(summary).toContain('| **CC6.8** ');
  });

  it('in a merge queue compares with the queue’s base', () => {
    expect(action(base, { name: 'merge_group', payload: { merge_group: { base_sha: before } } }).code).toBe(0);
  });

  it('looks at what it is asked to: lines, files, all', () => {
    const folder = quiet({ [ci]: workflow(), '.github/workflows/b.yml': workflow() });
    const from = git(folder, 'rev-parse', 'HEAD');
    write(folder, { [ci]: `# moved\n${workflow()}` });
    commit(folder);
    const count = (diff: string) =>
      commands(action(folder, { ...pullRequest(folder, from), inputs: { diff } }).out).length;
    expect(['auto', 'lines', 'files', 'all'].map(count)).toEqual([0, 0, 1, 2]);
  });

  it('shows everything, and says why, where the clone is too shallow for a base', () => {
    const clone = emptyFolder();
    git(clone, 'clone', '--quiet', '--depth', '1', `file://${base}`, '.');
    const { code, out } = action(clone, pullRequest(clone, before));
    expect(code).toBe(1);
    expect(commands(out)[0]).toBe(
      '::notice title=soc2-lint::The base of this change is not at hand (fetch-depth: 0 brings it), so everything is shown.',
    );
    expect(commands(out)).toHaveLength(2);
  });

  it('lists new waivers', () => {
    const folder = quiet({ [ci]: workflow() });
    const from = git(folder, 'rev-parse', 'HEAD');
    write(folder, {
      '.soc2/exceptions.yml':
        'exceptions:\n  - { rule: actions-are-pinned, path: .github, reason: by design, approver: security }\n',
    });
    commit(folder);
    expect(action(folder, pullRequest(folder, from)).summary).toContain(
      'New waiver in this change: `actions-are-pinned` for `.github`, without an end, by security: "by design"',
    );
  });
});

describe('the Action’s inputs', () => {
  const tree: Tree = { [`infra/${ci}`]: workflow(), 'soc2.yml': 'rules: { actions-are-pinned: low }\n' };
  const folder = repository(tree);

  it('choose the folder, the configuration, what is judged and what fails', () => {
    const code = (inputs: Event['inputs']) => action(folder, inputs ? { inputs } : {}).code;
    expect(code({})).toBe(0);
    expect(code({ path: 'infra' })).toBe(1);
    expect(code({ path: 'infra', config: 'soc2.yml' })).toBe(0);
    expect(code({ path: 'infra', 'fail-on': 'critical' })).toBe(0);
    expect(code({ path: 'infra', 'fail-on': 'never' })).toBe(0);
    expect(code({ path: 'infra', criteria: 'a1, c1' })).toBe(0);
    expect(code({ path: 'infra', criteria: 'CC6' })).toBe(1);
    expect(code({ path: 'infra', rules: 'actions-are-pinned' })).toBe(1);
    expect(code({ path: 'infra', categories: 'privacy' })).toBe(1);
  });

  it('write reports, inside of the workspace', () => {
    const { outputs } = action(folder, {
      inputs: {
        path: 'infra',
        'sarif-file': 'out/r.sarif',
        'json-file': 'out/r.json',
        annotations: 'none',
        summary: 'false',
      },
    });
    expect(outputs).toMatchObject({ 'report-file': 'out/r.json', 'sarif-file': 'out/r.sarif' });
    expect(JSON.parse(readFileSync(join(folder, 'out/r.json'), 'utf8')).schemaVersion).toBe(1);
    expect(existsSync(join(folder, 'out/r.sarif'))).toBe(true);
  });

  it('go before the configuration, which goes before the defaults', () => {
    const tree = { '.soc2/config.yml': `${otherRulesOff}annotations: none\nsummary: false\n`, [ci]: workflow() };
    const configured = repository(tree);
    const quieter = action(configured);
    expect([quieter.code, quieter.out, quieter.summary]).toEqual([1, '', '']);
    const louder = action(configured, { inputs: { annotations: 'commands', summary: 'true' } });
    expect(commands(louder.out)).toHaveLength(1);
    expect(louder.summary).toContain('## SOC 2 coverage at');
    write(configured, { '.soc2/config.yml': `${otherRulesOff}annotations: sometimes\n` });
    const wrong = action(configured);
    expect(wrong.code).toBe(2);
    expect(wrong.out + wrong.err).toMatch(/\.soc2\/config\.yml:\d+:\d+: expected one of auto, commands, checks, none/);
  });

  it('and the configuration choose what a change is shown', () => {
    const folder = repository({ '.soc2/config.yml': `${otherRulesOff}diff: all\n`, [ci]: workflow() });
    const before = git(folder, 'rev-parse', 'HEAD');
    write(folder, { 'README.md': '# x\n' });
    commit(folder);
    expect(action(folder, pullRequest(folder, before)).code).toBe(1);
    const given = { ...pullRequest(folder, before), inputs: { diff: 'auto' } };
    expect(action(folder, given).code).toBe(0);
  });

  it('can turn annotations and the summary off', () => {
    const { out, summary } = action(folder, { inputs: { path: 'infra', annotations: 'none', summary: 'false' } });
    expect([out, summary]).toEqual(['', '']);
  });

  it.each([
    [{ criteria: 'CC9.9' }, 'there is no criterion CC9.9; did you mean CC9.1?'],
    [{ rules: 'actions-are-pined' }, 'there is no rule actions-are-pined; did you mean actions-are-pinned?'],
    [
      { categories: 'secrity' },
      'a category is one of security, availability, processing-integrity, confidentiality, privacy, not "secrity"; did you mean security?',
    ],
    [{ 'fail-on': 'hihg' }, 'fail-on is one of critical, high, medium, low, never, not "hihg"; did you mean high?'],
    [{ 'as-of': '2026-02-30' }, 'as-of takes a day that exists, as YYYY-MM-DD, not "2026-02-30"'],
    [{ 'fail-on-unknown': 'yes' }, 'fail-on-unknown is one of true, false, not "yes"'],
    [{ path: 'nowhere' }, 'there is no file or folder nowhere'],
    [{ config: 'nowhere.yml' }, 'there is no file nowhere.yml'],
    [{ 'json-file': '.' }, "can't write .: EISDIR: illegal operation on a directory"],
  ])('%j is a mistake, told as an annotation', (inputs, message) => {
    const { code, out } = action(folder, { inputs: { annotations: 'none', ...inputs } });
    expect([code, commands(out)]).toEqual([2, [`::error::${message}`]]);
  });

  it('and outputs are the ones that action.yml names', () => {
    const root = parseYaml(readFileSync('action.yml', 'utf8')).tree[0]!.root;
    const keys = (name: string) => {
      const found = root?.type === 'mapping' ? root.entries.find(({ key }) => key.text === name)?.value : undefined;
      return (found as Extract<Node, { type: 'mapping' }>).entries.map(({ key }) => key.text);
    };
    const source = readFileSync('src/action/run.ts', 'utf8') + readFileSync('src/action/inputs.ts', 'utf8');
    const read = [
      ...source.matchAll(/(?:input|flag|listed|choice(?:<\w+>)?)\('([a-z-]+)'/g),
      ...source.matchAll(/\['([a-z]+-file)', '/g),
    ].map(([, name]) => name);
    expect(new Set([...read, 'token'])).toEqual(new Set(keys('inputs')));
    const { outputs } = action(folder, { inputs: { 'sarif-file': 'a', 'json-file': 'b' } });
    expect(new Set(Object.keys(outputs))).toEqual(new Set(keys('outputs')));
  });
});
