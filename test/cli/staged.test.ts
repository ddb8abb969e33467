import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { packageFolder } from '../bundle.ts';
import { cli, folderWith, git, pinned, repository, scanned, workflow, write } from '../run.ts';

const ci = '.github/workflows/ci.yml';
const other = '.github/workflows/other.yml';
const good = workflow({ action: pinned });
const found = ({ report }: ReturnType<typeof scanned>) =>
  report.results
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ location }) => `${location?.file}:${location?.startLine}`);

describe('--staged', () => {
  it('judges what is staged, not what stands on disk', () => {
    const folder = repository({ [ci]: good, [other]: workflow() });
    write(folder, { [ci]: workflow() });
    git(folder, 'add', ci);
    write(folder, { [ci]: good });
    const ran = scanned(folder, ['--staged']);
    expect([ran.code, found(ran)]).toEqual([1, [`${ci}:9`]]);
    expect(ran.report.scope.partial).toBe(true);

    git(folder, 'add', ci);
    write(folder, { [ci]: workflow() });
    expect([scanned(folder, ['--staged']).code, scanned(folder, [ci]).code]).toEqual([0, 1]);
  });

  it('takes only the part of a file that is staged', () => {
    const folder = repository({ [ci]: `${good}      - run: echo a\n` });
    write(folder, { [ci]: `${good}      - run: echo a\n      - uses: acme/staged@v1\n` });
    git(folder, 'add', ci);
    write(folder, {
      [ci]: `${good}      - run: echo a\n      - uses: acme/staged@v1\n      - uses: acme/not-yet@v1\n`,
    });
    const { report } = scanned(folder, ['--staged']);
    expect(report.results.map(({ message }) => message)).toEqual(['acme/staged@v1 can change without a change here.']);
  });

  it('with FILE judges these, staged now or long before', () => {
    const folder = repository({ [ci]: workflow(), [other]: workflow() });
    write(folder, { [ci]: good });
    expect(found(scanned(folder, ['--staged']))).toEqual([]);
    expect(found(scanned(folder, ['--staged', ci]))).toEqual([`${ci}:9`]);
    rmSync(join(folder, ci));
    expect(found(scanned(folder, ['--staged', ci]))).toEqual([`${ci}:9`]);
    expect(cli(folder, ['--staged', '.github/workflows/new.yml'])).toMatchObject({
      code: 2,
      err: 'soc2-lint: git has no staged file .github/workflows/new.yml: git add it, or leave out --staged\n',
    });
  });

  it('reads the configuration as it is staged, from the top of the work tree', () => {
    const folder = repository({ [ci]: good, '.soc2/config.yml': 'rules: { actions-are-pinned: off }\n' });
    write(folder, { [ci]: workflow(), '.soc2/config.yml': '' });
    git(folder, 'add', ci);
    expect(found(scanned(join(folder, '.github/workflows'), ['--staged']))).toEqual([]);
    git(folder, 'add', '.soc2');
    expect(found(scanned(join(folder, '.github/workflows'), ['--staged']))).toEqual([`${ci}:9`]);
  });

  it('works before the first commit', () => {
    const folder = repository({ [ci]: workflow() }, { commit: false });
    expect(scanned(folder, ['--staged']).report.summary.files.listed).toBe(0);
    git(folder, 'add', '--all');
    expect(found(scanned(folder, ['--staged']))).toEqual([`${ci}:9`]);
  });

  it('leaves out what the commit deletes, links and submodules', () => {
    const folder = repository({ [ci]: workflow(), [other]: workflow() });
    git(folder, 'rm', '--quiet', ci);
    write(folder, { '.github/workflows/link.yml': { link: 'other.yml' } });
    git(folder, 'add', '--all');
    for (const args of [['--staged'], ['--staged', '.github/workflows/link.yml']])
      expect(scanned(folder, args).report.summary.files).toMatchObject({ read: 0, unread: 0 });
  });

  it('says which file is too large, without reading it', () => {
    const folder = repository({ [ci]: good });
    writeFileSync(join(folder, ci), Buffer.alloc(6 * 1024 * 1024, '#'));
    git(folder, 'add', ci);
    const ran = scanned(folder, ['--staged']);
    expect([ran.code, ran.report.problems[0]?.kind]).toEqual([3, 'too-large']);
  });

  it('needs a work tree', () => {
    expect(cli(folderWith({ [ci]: good }), ['--staged'])).toMatchObject({
      code: 2,
      err: 'soc2-lint: --staged needs a git work tree, and this folder is in none\n',
    });
  });

  it('judges the commit that git makes, in its hook: `git commit FILE` has an index of its own', () => {
    const folder = repository({ [ci]: good, [other]: good });
    const hook = `#!/bin/sh\nexec '${process.execPath}' '${join(packageFolder, 'dist/cli.js')}' --staged\n`;
    writeFileSync(join(folder, '.git/hooks/pre-commit'), hook, { mode: 0o755 });
    write(folder, { [ci]: workflow(), [other]: workflow() });
    git(folder, 'add', ci);
    const attempt = (...args: string[]) =>
      spawnSync('git', ['commit', '--quiet', '-m', 'change', ...args], {
        cwd: folder,
        env: {
          ...process.env,
          GIT_AUTHOR_NAME: 'a',
          GIT_AUTHOR_EMAIL: 'a@b',
          GIT_COMMITTER_NAME: 'a',
          GIT_COMMITTER_EMAIL: 'a@b',
        },
        encoding: 'utf8',
      });
    const { status, stderr, stdout } = attempt(other);
    expect(status).toBe(1);
    expect(stderr + stdout).toContain(`${other}:9`);
    expect(stderr + stdout).not.toContain(`${ci}:9`);
    write(folder, { [other]: `${good}# changed\n` });
    expect(attempt(other).status).toBe(0);
  });

  it('in the hook of one repository looks at the one it is told to', () => {
    const [one, two] = [repository({ [ci]: good }), repository({ [ci]: workflow() })];
    const env = { GIT_DIR: join(one, '.git'), GIT_INDEX_FILE: '.git/index', GIT_WORK_TREE: one };
    expect(found(scanned(one, [two], env))).toEqual([`${ci}:9`]);
    expect(found(scanned(two, ['--staged', ci], env))).toEqual([`${ci}:9`]);
  });
});

describe('the hook’s output', () => {
  it('is a few lines a finding, and one line at the end', () => {
    const folder = repository({ [ci]: good });
    write(folder, { [ci]: workflow() });
    git(folder, 'add', ci);
    const { out, err } = cli(folder, ['--staged']);
    expect(out).toMatch(/^high {2}actions-are-pinned\/action {2}\.github\/workflows\/ci\.yml:9/);
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^\d open: 1 high.* 1 file read$/);
    expect(err).toBe('');
  });
});
