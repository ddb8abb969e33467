import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commit, emptyFolder, git, pinned, repository, workflow, write } from '../run.ts';
import { FakeGitHub, token } from './fake-github.ts';
import { commands, started, type Run } from './runner.ts';

const ci = '.github/workflows/ci.yml';
const only = { rules: 'actions-are-pinned' };
const step = (action: string) => `      - uses: ${action}\n`;
const many = (n: number) => workflow() + Array.from({ length: n - 1 }, (_, i) => step(`acme/a${i}@v1`)).join('');

let api: FakeGitHub;
beforeEach(async () => {
  api = await new FakeGitHub().open();
});
afterEach(() => {
  api.close();
  if (api.wrong.length > 0) throw new Error(`against GitHub's shapes: ${api.wrong.join('; ')}`);
});

/** A run with a token, of the one pull request there is. No output may hold the token. */
async function onPull(folder: string, base: string, inputs: Run['inputs'] = {}, run: Partial<Run> = {}) {
  const ran = await started(folder, {
    event: 'pull_request',
    payload: { pull_request: { number: 7, base: { sha: base }, head: { sha: git(folder, 'rev-parse', 'HEAD') } } },
    ...run,
    inputs: { ...only, token, ...inputs },
    env: { GITHUB_API_URL: api.url, ...run.env },
  });
  expect([ran.out, ran.err, ran.summary, ran.outputs].join('\n')).not.toContain(token);
  expect(ran.err).toBe('');
  return ran;
}

/** A change that adds a workflow, or these lines, to a repository with nothing open. */
function changed(text = workflow()) {
  const folder = repository({ [ci]: workflow({ action: pinned }) });
  const base = git(folder, 'rev-parse', 'HEAD');
  write(folder, { [ci]: text });
  commit(folder);
  return { folder, base };
}

describe('the comment', () => {
  it('is not made unless asked for: a plain run asks GitHub nothing', async () => {
    const { folder, base } = changed();
    expect((await onPull(folder, base)).code).toBe(1);
    expect(api.asked).toEqual([]);
  });

  it('is made once, updated, resolved, and opened again', async () => {
    const { folder, base } = changed();
    const again = () => onPull(folder, base, { comment: 'always' });
    expect((await again()).code).toBe(1);
    expect(api.comments).toHaveLength(1);
    const { body } = api.comments[0]!;
    expect(body).toMatch(/^<!-- soc2-lint \. open -->\n## SOC 2: this change opens \d+ gaps?\n/);
    expect(body).toContain(`https://github.example/acme/cloud/blob/${git(folder, 'rev-parse', 'HEAD')}/${ci}#L9`);
    expect(body).toContain('[The run](https://github.example/acme/cloud/actions/runs/77)');
    await again();
    expect(api.asked).toEqual(['GET comments', 'POST comments', 'GET comments']);

    write(folder, { [ci]: workflow({ action: pinned }) });
    commit(folder);
    for (const _ of [1, 2]) {
      expect((await again()).code).toBe(0);
      expect(api.comments).toHaveLength(1);
      expect(api.comments[0]!.body).toMatch(/^<!-- soc2-lint \. resolved -->\n\*\*Resolved\*\*: nothing /);
    }
    write(folder, { [ci]: workflow() });
    commit(folder);
    await again();
    expect(api.comments[0]!.body).toMatch(/^<!-- soc2-lint \. open -->/);
    expect(api.comments).toHaveLength(1);
  });

  it('on-failure: is not made where nothing fails, and is resolved all the same', async () => {
    const { folder, base } = changed(workflow({ action: pinned, job: 'test' }));
    const again = () => onPull(folder, base, { comment: 'on-failure' });
    await again();
    expect(api.comments).toEqual([]);
    write(folder, { [ci]: workflow() });
    commit(folder);
    await again();
    write(folder, { [ci]: workflow({ action: pinned }) });
    commit(folder);
    await again();
    expect(api.comments.map(({ body }) => body)).toEqual([expect.stringContaining('**Resolved**')]);
  });

  it('is found on a later page, and never mistaken for what somebody else wrote', async () => {
    const { folder, base } = changed();
    const someone = { login: 'someone', type: 'User' };
    const forged = '<!-- soc2-lint . open -->\nAll is well';
    api.comments = Array.from({ length: 5 }, (_, id) => ({ id, body: 'hello', user: someone }));
    api.comments.push({ id: 6, body: forged, user: someone });
    api.pageSize = 2;
    await onPull(folder, base, { comment: 'always' });
    expect(api.comments).toHaveLength(7);
    await onPull(folder, base, { comment: 'always', 'fail-on': 'never' });
    expect(api.comments).toHaveLength(7);
    expect(api.comments[5]!.body).toBe(forged);
  });

  it('is found by the person whose token wrote it', async () => {
    const { folder, base } = changed();
    api.person = 'maintainer';
    for (const _ of [1, 2]) await onPull(folder, base, { comment: 'always' });
    expect(api.comments).toHaveLength(1);
  });

  it('that may not be written is a notice and no failure', async () => {
    const { folder, base } = changed(workflow({ action: pinned, job: 'test' }));
    api.permissions = ['contents: read', 'pull-requests: read'];
    const { code, out } = await onPull(folder, base, { comment: 'always' });
    expect(code).toBe(0);
    expect(commands(out)).toEqual([
      "::notice title=soc2-lint::The comment on the pull request could not be written (POST /repos/acme/cloud/issues/7/comments: 403 Resource not accessible by integration). It needs pull-requests: write, which pull requests from forks and of Dependabot don't have.",
    ]);
  });

  it.each([404, 422])('refused with %i is a notice and no failure', async (status) => {
    const { folder, base } = changed(workflow({ action: pinned, job: 'test' }));
    // A message that repeats what was sent: the token is not in what is told of it.
    api.trouble = [{ request: 'POST comments', status, message: `no: ${token}\n::error::boo` }];
    const { code, out } = await onPull(folder, base, { comment: 'always' });
    expect(code).toBe(0);
    expect(commands(out)).toEqual([expect.stringMatching(new RegExp(`^::notice .*comments: ${status} no: ••••`))]);
  });

  it('waits where GitHub asks for it, and gives up at last', async () => {
    const { folder, base } = changed(workflow({ action: pinned, job: 'test' }));
    const soon = { headers: { 'retry-after': '0' } };
    api.trouble = [
      { request: 'GET comments', status: 502, ...soon },
      { request: 'GET comments', status: 429, ...soon },
      { request: 'POST comments', status: 403, ...soon, message: 'You have exceeded a secondary rate limit' },
    ];
    expect((await onPull(folder, base, { comment: 'always' })).out).toBe('');
    expect(api.comments).toHaveLength(1);
    api.asked.length = 0;
    api.trouble = Array.from({ length: 9 }, () => ({ request: 'GET comments', status: 500, ...soon }));
    const { code, out } = await onPull(folder, base, { comment: 'always' });
    expect([code, commands(out).length]).toEqual([0, 1]);
    expect(api.asked).toHaveLength(4);
    // Whether a comment was made is not known after a 500: it is not made twice.
    Object.assign(api, { trouble: [{ request: 'POST comments', status: 500 }], comments: [] });
    api.asked.length = 0;
    await onPull(folder, base, { comment: 'always' });
    expect(api.asked).toEqual(['GET comments', 'POST comments']);
  });

  it('does not hang on a host that is not there', async () => {
    const { folder, base } = changed();
    const env = { GITHUB_API_URL: 'http://127.0.0.1:9' };
    const { code, out } = await onPull(folder, base, { comment: 'always' }, { env });
    expect(code).toBe(1);
    expect(commands(out).at(-1)).toContain('no answer');
  });

  it.each(['push', 'schedule', 'workflow_dispatch'])('has no place on %s: everything is judged', async (event) => {
    const { folder } = changed();
    const { code, summary } = await onPull(folder, '', { comment: 'always' }, { event, payload: {} });
    expect([code, api.asked]).toEqual([1, []]);
    expect(summary).toMatch(/^## SOC 2 coverage at /);
  });
});

describe('annotations', () => {
  it('stay workflow commands where there is room, and are a check run where there is none', async () => {
    const { folder, base } = changed(many(120));
    const head = git(folder, 'rev-parse', 'HEAD');
    const { code, out } = await onPull(folder, base);
    expect([code, commands(out)]).toEqual([1, []]);
    expect(api.asked).toEqual(['POST check-runs', 'PATCH check-run', 'PATCH check-run']);
    expect(api.checks).toMatchObject([{ head_sha: head, conclusion: 'failure' }]);
    expect(new Set(api.checks[0]!.annotations.map(({ start_line: line }) => line)).size).toBe(120);
    expect(api.checks[0]!.annotations[0]).toMatchObject({ path: ci, start_line: 9 });
  });

  it('without the permission: nine, and one that counts the rest', async () => {
    const { folder, base } = changed(many(120));
    api.permissions = ['contents: read'];
    const auto = commands((await onPull(folder, base)).out);
    expect(auto).toHaveLength(10);
    expect(auto.at(-1)).toBe('::error title=soc2-lint::111 more errors: the summary of the run lists them.');
    const asked = commands((await onPull(folder, base, { annotations: 'checks' })).out);
    expect(asked[0]).toMatch(/^::notice .* It needs checks: write, which /);
    expect(asked.slice(1)).toEqual(auto);
    api.asked.length = 0;
    expect(commands((await onPull(folder, base, { annotations: 'commands' })).out)).toEqual(auto);
    expect(api.asked).toEqual([]);
  });

  it('as a check run say nothing green where nothing is open', async () => {
    const { folder, base } = changed(workflow({ action: pinned, job: 'test' }));
    expect((await onPull(folder, base, { annotations: 'checks' })).code).toBe(0);
    expect(api.checks).toMatchObject([{ conclusion: 'neutral', annotations: [] }]);
  });

  it('and SARIF name files from the top of the repository, also where a folder of it is scanned', async () => {
    const folder = repository({ [`infra/${ci}`]: workflow() });
    const inputs = { path: 'infra', 'sarif-file': 'r.sarif', 'json-file': 'r.json' };
    const { out, summary } = await onPull(folder, '', inputs, { event: 'push', payload: {} });
    expect(commands(out)).toEqual([expect.stringContaining(`file=infra/${ci},line=9`)]);
    expect(summary).toContain(`/blob/${'1'.repeat(40)}/infra/${ci}#L9`);
    expect(readFileSync(join(folder, 'r.sarif'), 'utf8')).toContain(`infra/${ci}`);
    expect(readFileSync(join(folder, 'r.json'), 'utf8')).not.toContain(`infra/${ci}`);
  });

  it('of files that can not be read leave room for findings', async () => {
    const broken = Array.from({ length: 9 }, (_, i) => [`.github/workflows/b${i}.yml`, 'jobs: [']);
    const folder = repository({ [ci]: many(3), ...Object.fromEntries(broken) });
    const { code, out } = await onPull(folder, '', {}, { event: 'push', payload: {} });
    expect(code).toBe(3);
    expect(commands(out).filter((line) => line.startsWith('::warning'))).toHaveLength(3);
    expect(out).toContain('::7 more: the summary of the run lists them.');
    expect(commands(out).filter((line) => line.startsWith('::error'))).toHaveLength(3);
  });
});

describe('a shallow clone', () => {
  const file = (filename: string, patch?: string, more: object = {}) => ({
    filename,
    status: 'modified',
    additions: 1,
    deletions: 0,
    changes: 1,
    ...(patch !== undefined && { patch }),
    ...more,
  });
  const other = '.github/workflows/other.yml';

  function shallow() {
    const origin = repository({ [ci]: workflow() + step('acme/old@v1'), [other]: workflow() });
    const base = git(origin, 'rev-parse', 'HEAD');
    write(origin, { [ci]: workflow() + step('acme/old@v1') + step('acme/new@v1') });
    commit(origin);
    const folder = emptyFolder();
    git(folder, 'clone', '--quiet', '--depth', '1', `file://${origin}`, '.');
    return { folder, base };
  }
  const patch =
    '@@ -8,3 +8,4 @@ jobs:\n     steps:\n       - uses: actions/checkout@v4\n       - uses: acme/old@v1\n+      - uses: acme/new@v1';

  it('is compared by the lines that GitHub lists, and says so', async () => {
    const { folder, base } = shallow();
    api.files = [file('README.md'), file(ci, patch), file('gone.tf', undefined, { status: 'removed' })];
    api.pageSize = 1;
    const { code, out, summary } = await onPull(folder, base);
    expect(code).toBe(1);
    expect(commands(out)).toEqual([
      expect.stringMatching(/^::notice .*what stands on the lines that GitHub lists as changed is shown/),
      expect.stringContaining(`file=${ci},line=11,`),
    ]);
    expect(summary).toContain('3 open findings stand elsewhere in the repository');
    expect(api.asked).toEqual(['GET files', 'GET files', 'GET files']);
    expect(commands((await onPull(folder, base, { diff: 'files' })).out)).toHaveLength(4);
  });

  it('counts a whole file where its patch is too large to be listed', async () => {
    const { folder, base } = shallow();
    api.files = [file(other), file('README.md', '@@ -1 +1 @@\n-a\n+b')];
    const lines = commands((await onPull(folder, base)).out).slice(1);
    expect(lines).toEqual([expect.stringContaining(`file=${other},line=9`)]);
  });

  it('in a merge queue is compared by two commits', async () => {
    const { folder, base } = shallow();
    api.files = [file(ci, patch)];
    const payload = { merge_group: { base_sha: base, head_sha: git(folder, 'rev-parse', 'HEAD') } };
    const { out } = await onPull(folder, base, { comment: 'always' }, { event: 'merge_group', payload });
    expect(commands(out)).toHaveLength(2);
    expect(api.asked).toEqual(['GET compare']);
  });

  it('is shown whole where GitHub lists nothing, or too much, and says why', async () => {
    const { folder, base } = shallow();
    api.permissions = [];
    const { out } = await onPull(folder, base);
    expect(commands(out).slice(0, 2)).toEqual([
      expect.stringContaining('It needs pull-requests: read'),
      expect.stringContaining('so everything is shown.'),
    ]);
    expect(commands(out)).toHaveLength(6);
    api.permissions = ['pull-requests: read'];
    api.files = Array.from({ length: 3000 }, (_, i) => file(`f${i}`));
    expect(commands((await onPull(folder, base)).out)).toHaveLength(5);
  });
});

describe('a plugin', () => {
  const source = (id: string) => `export default {
  id: '${id}', title: 't', severity: 'high', criteria: { 'CC6.1': 'r' }, do: 'd',
  on: { kinds: ['workflow'], has: () => true },
  check: () => [],
};\n`;
  const payloadOf = (folder: string, base: string) => ({
    pull_request: { number: 7, base: { sha: base }, head: { sha: git(folder, 'rev-parse', 'HEAD') } },
  });

  it('is loaded on a push', async () => {
    const folder = repository({ 'rule.mjs': `console.log('PLUGIN LOADED');\n${source('own-rule')}`, [ci]: workflow() });
    const { out } = await onPull(folder, '', { plugin: 'rule.mjs' }, { event: 'push', payload: {} });
    expect(out).toContain('PLUGIN LOADED');
  });

  it.each(['pull_request_target', 'workflow_run'])('is not loaded under %s, which is said', async (event) => {
    const { folder, base } = changed(workflow({ action: pinned, job: 'test' }));
    const outside = repository({ 'rule.mjs': "console.log('PLUGIN LOADED');" });
    const inputs = { plugin: join(outside, 'rule.mjs') };
    const { out, code } = await onPull(folder, base, inputs, { event, payload: payloadOf(folder, base) });
    expect(out).not.toContain('PLUGIN LOADED');
    expect(commands(out)[0]).toMatch(new RegExp(`is not loaded: under ${event} nothing of the checkout is executed`));
    expect(code).toBe(0);
  });

  it('on a pull request comes from a checkout of its own, never from the pull request', async () => {
    const { folder, base } = changed(workflow({ action: pinned, job: 'test' }));
    write(folder, { 'rule.mjs': "console.log('PLUGIN LOADED');" });
    const refused = await onPull(folder, base, { plugin: 'rule.mjs' });
    expect(refused.out).not.toContain('PLUGIN LOADED');
    expect(refused.out).toContain('it lies in the tree of the pull request itself');
    mkdirSync(join(folder, 'ours'));
    git(join(folder, 'ours'), 'init', '--quiet');
    write(folder, { 'ours/rule.mjs': `console.log('PLUGIN LOADED');\n${source('own-rule')}` });
    expect((await onPull(folder, base, { plugin: 'ours/rule.mjs' })).out).toContain('PLUGIN LOADED');
  });
});
