import { describe, expect, it } from 'vitest';
import { cli, commit, emptyFolder, folderWith, git, pinned, repository, scanned, workflow, write } from '../run.ts';

const ci = '.github/workflows/ci.yml';
const exceptions = '.soc2/exceptions.yml';
const step = (action: string) => `      - uses: ${action}\n`;
const marks = ({ report }: ReturnType<typeof scanned>) =>
  report.results
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ location, introduced, touched }) =>
      `${location?.file}:${location?.startLine} ${introduced ? 'introduced' : ''} ${touched ? 'touched' : ''}`.trim(),
    );

describe('--diff', () => {
  it('tells what a change introduces from what stood before, and fails on the first only', () => {
    const folder = repository({ [ci]: workflow() });
    expect(scanned(folder, ['--diff', 'HEAD']).code).toBe(0);
    write(folder, { [ci]: workflow() + step('acme/tool@v1') });
    commit(folder);
    const ran = scanned(folder, ['--diff', 'HEAD~1']);
    expect(ran.code).toBe(1);
    expect(marks(ran)).toEqual([`${ci}:9`, `${ci}:10 introduced touched`]);
    expect(ran.report.comparison).toEqual({ base: 'HEAD~1', mode: 'objects', coverage: [] });
    expect(cli(folder, ['--diff', 'HEAD~1', '--format', 'github']).out.match(/::error/g)).toHaveLength(1);
  });

  it('counts what it touches, and lines that only moved not', () => {
    const folder = repository({ [ci]: workflow() + step('acme/tool@v1') });
    write(folder, { [ci]: `# a comment above\n${workflow()}${step('acme/tool@v1 # now touched')}` });
    const ran = scanned(folder, ['--diff', 'HEAD']);
    expect(marks(ran)).toEqual([`${ci}:10`, `${ci}:11 touched`.replace(' touched', '  touched')]);
    expect(ran.code).toBe(1);
  });

  it('shows the criteria whose state changes', () => {
    const folder = repository({ [ci]: workflow({ action: pinned }) });
    write(folder, { [ci]: workflow() });
    const { report } = scanned(folder, ['--diff', 'HEAD']);
    expect(report.comparison?.coverage).toContainEqual({ criterion: 'CC6.8', before: 'evidence', after: 'gap' });
    expect(cli(folder, ['--diff', 'HEAD', '--format', 'markdown']).out).toContain('| **CC6.8** ');
  });

  it('starts where the branches parted: what the base got since is not of this change', () => {
    const folder = repository({ [ci]: workflow() });
    git(folder, 'checkout', '--quiet', '-b', 'topic');
    write(folder, { 'notes.txt': 'x' });
    commit(folder);
    git(folder, 'checkout', '--quiet', 'main');
    write(folder, { [ci]: workflow({ action: pinned }) });
    commit(folder);
    git(folder, 'checkout', '--quiet', 'topic');
    expect(marks(scanned(folder, ['--diff', 'main']))).toEqual([`${ci}:9`]);
  });

  it('follows files that git calls renamed', () => {
    const folder = repository({ [ci]: workflow(), '.github/workflows/größe.yml': workflow() });
    git(folder, 'mv', ci, '.github/workflows/build.yml');
    git(folder, 'mv', '.github/workflows/größe.yml', '.github/workflows/a "b".yml');
    expect(marks(scanned(folder, ['--diff', 'HEAD']))).toEqual([
      '.github/workflows/a "b".yml:9',
      '.github/workflows/build.yml:9',
    ]);
    git(folder, 'config', 'diff.renames', 'false');
    git(folder, 'config', 'diff.noprefix', 'true');
    git(folder, 'config', 'diff.mnemonicPrefix', 'true');
    git(folder, 'config', 'color.ui', 'always');
    expect(marks(scanned(folder, ['--diff', 'HEAD']))).toEqual([
      '.github/workflows/a "b".yml:9',
      '.github/workflows/build.yml:9',
    ]);
    write(folder, { '.github/workflows/build.yml': workflow() + step('acme/tool@v1') });
    expect(marks(scanned(folder, ['--diff', 'HEAD']))).toContain('.github/workflows/build.yml:10 introduced touched');
  });

  it('of a folder inside of the repository compares that folder', () => {
    const folder = repository({ [`a/${ci}`]: workflow(), [`b/${ci}`]: workflow() });
    write(folder, { [`a/${ci}`]: workflow() + step('acme/tool@v1'), [`b/${ci}`]: workflow() + step('acme/tool@v1') });
    expect(marks(scanned(folder, ['a', '--diff', 'HEAD']))).toEqual([`${ci}:9`, `${ci}:10 introduced touched`]);
  });

  it('works on named files, and on what is staged', () => {
    const folder = repository({ [ci]: workflow() });
    write(folder, { [ci]: workflow() + step('acme/tool@v1') });
    expect(marks(scanned(folder, [ci, '--diff', 'HEAD']))).toEqual([`${ci}:9`, `${ci}:10 introduced touched`]);
    git(folder, 'add', ci);
    write(folder, { [ci]: workflow() });
    expect(marks(scanned(folder, ['--staged', '--diff', 'HEAD']))).toEqual([`${ci}:9`, `${ci}:10 introduced touched`]);
  });

  it('lists new waivers: register, comments of ours and of others, baseline; also ones that last longer now', () => {
    const old = 'exceptions:\n  - { rule: actions-are-pinned, path: .github, reason: known, until: 2027-01-31 }\n';
    const folder = repository({ [ci]: workflow() + step('acme/tool@v1'), [exceptions]: old });
    expect(scanned(folder, ['--diff', 'HEAD']).report.exceptions.filter((entry) => entry.new)).toEqual([]);
    write(folder, {
      [exceptions]: `# moved\n${old}  - { rule: pipeline-permissions-are-stated, path: .github, reason: "x" }\n`,
      [ci]:
        workflow() +
        step('acme/tool@v1 # soc2-lint: accept actions-are-pinned -- trusted') +
        step('acme/b@v1 # zizmor: ignore[unpinned-uses]'),
    });
    const added = () =>
      scanned(folder, ['--diff', 'HEAD'])
        .report.exceptions.filter((entry) => entry.new)
        .map(({ source, rule }) => `${source} ${rule}`);
    expect(added()).toEqual([
      'register pipeline-permissions-are-stated',
      'inline actions-are-pinned',
      'inherited unpinned-uses',
    ]);
    expect(cli(folder, ['--diff', 'HEAD']).out).toContain('new waiver  pipeline-permissions-are-stated for .github: x');
    commit(folder);
    write(folder, { [exceptions]: old.replace('2027-01-31', '2028-01-31') });
    expect(added()).toEqual(['register actions-are-pinned']);
    commit(folder);
    write(folder, { [exceptions]: 'exceptions: []\n' });
    expect(cli(folder, ['baseline', 'create']).code).toBe(0);
    expect(added()).toContain('baseline actions-are-pinned');
  });

  it('shows a gap that is accepted now as such: the base is judged by its own register', () => {
    const folder = repository({ [ci]: workflow() });
    write(folder, { [exceptions]: 'exceptions:\n  - { rule: actions-are-pinned, path: .github, reason: known }\n' });
    expect(scanned(folder, ['--diff', 'HEAD']).report.comparison?.coverage).toContainEqual({
      criterion: 'CC6.8',
      before: 'gap',
      after: 'accepted',
    });
  });

  it('says so where the clone is too shallow', () => {
    const folder = repository({ [ci]: workflow() });
    const first = git(folder, 'rev-parse', 'HEAD');
    write(folder, { 'notes.txt': 'x' });
    commit(folder);
    const clone = emptyFolder();
    git(clone, 'clone', '--quiet', '--depth', '1', `file://${folder}`, '.');
    expect(cli(clone, ['--diff', first])).toEqual({
      code: 2,
      out: '',
      err: `soc2-lint: git knows no ${first} to compare with: this clone is shallow (git fetch --unshallow, or fetch-depth: 0)\n`,
    });
    git(clone, 'fetch', '--quiet', '--depth', '1', 'origin', first);
    const { report } = scanned(clone, ['--diff', first]);
    expect(report.problems[0]).toMatchObject({
      notice: true,
      message: expect.stringContaining('is not in this clone'),
    });
  });

  it('needs a repository', () => {
    expect(cli(folderWith({ [ci]: workflow() }), ['--diff', 'main'])).toMatchObject({
      code: 2,
      err: 'soc2-lint: --diff needs a git work tree, and this folder is in none\n',
    });
    expect(cli(repository({}, { commit: false }), ['--diff', 'HEAD']).code).toBe(2);
  });

  it('asks nobody for what a partial clone left behind: changed lines decide', () => {
    const folder = repository({ [ci]: workflow() });
    git(folder, 'config', 'uploadpack.allowFilter', 'true');
    write(folder, { [ci]: workflow() + step('acme/tool@v1') });
    commit(folder);
    const clone = emptyFolder();
    git(clone, 'clone', '--quiet', '--filter=blob:none', `file://${folder}`, '.');
    const { report } = scanned(clone, ['--diff', 'HEAD~1']);
    expect(report.comparison?.mode).toMatch(/objects|lines/);
    expect(git(clone, 'rev-list', '--objects', '--all', '--missing=print')).toContain('?');
  });
});
