import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cli, commit, emptyFolder, folderWith, git, pinned, repository, scanned, workflow, write } from '../run.ts';

const ci = '.github/workflows/ci.yml';
const other = '.github/workflows/other.yml';
const placesOf = ({ report }: ReturnType<typeof scanned>) =>
  report.results.filter(({ verdict }) => verdict === 'fail').map(({ location }) => location?.file);

describe('a folder', () => {
  it('is scanned as a whole, with coverage', () => {
    const folder = repository({ [ci]: workflow(), 'README.md': '# hello\n' });
    const ran = scanned(folder);
    expect(ran.code).toBe(1);
    expect(ran.report.scope.partial).toBe(false);
    expect(ran.report.coverage).toHaveLength(61);
    expect(ran.report.repository).toEqual({ commit: git(folder, 'rev-parse', 'HEAD'), dirty: false });
    expect(ran.report.asOf).toBe('2026-10-01');
    expect(ran.report.summary.files.listed).toBe(2);
    expect(placesOf(ran)).toEqual([ci]);
  });

  it('knows when it is not as committed', () => {
    const folder = repository({ [ci]: workflow() });
    write(folder, { [ci]: `${workflow()}# more\n` });
    expect(scanned(folder).report.repository.dirty).toBe(true);
  });

  it('is named from elsewhere, also as Windows writes it', () => {
    const folder = repository({ [`team/infra/${ci}`]: workflow() });
    for (const name of ['team/infra', 'team\\infra', './team/infra/', join(folder, 'team/infra')]) {
      const ran = scanned(folder, [name]);
      expect(placesOf(ran), name).toEqual([ci]);
      expect(ran.report.scope.partial, name).toBe(false);
    }
  });

  it('may be reached by way of a link', () => {
    const folder = repository({ [ci]: workflow() });
    const beside = folderWith({ here: { link: folder } });
    expect(placesOf(scanned(beside, ['here']))).toEqual([ci]);
  });

  it('has paths with spaces, line ends, quotes and letters of all alphabets', () => {
    const names = [
      'with space.yml',
      'line\nend.yml',
      'quo"te\'s.yml',
      'größe-数据.yml',
      'back\\slash.yml',
      '-dash.yml',
    ];
    const tree = Object.fromEntries(names.map((name) => [`.github/workflows/${name}`, workflow()]));
    const expected = Object.keys(tree).sort();
    expect(placesOf(scanned(repository(tree))).sort()).toEqual(expected);
    expect(placesOf(scanned(folderWith(tree))).sort()).toEqual(expected);
  });

  it('without commits has neither commit nor date', () => {
    const folder = repository({ [ci]: workflow() }, { commit: false });
    const ran = scanned(folder);
    expect(placesOf(ran)).toEqual([ci]);
    expect(ran.report.repository.commit).toBeNull();
    expect(ran.report.asOf).toBeNull();
    expect(cli(folder, []).out).toContain('no commit');
  });

  it('that is empty is no mistake', () => {
    const ran = scanned(emptyFolder());
    expect(ran.code).toBe(0);
    expect(ran.report.results).toEqual([]);
    expect(ran.report.coverage).toHaveLength(61);
  });

  it('or file that is not there is one', () => {
    expect(cli(emptyFolder(), ['nowhere'])).toEqual({
      code: 2,
      out: '',
      err: 'soc2-lint: there is no file or folder nowhere\n',
    });
  });
});

describe('files', () => {
  const folder = repository({ [ci]: workflow(), [other]: workflow({ action: 'acme/tool@v1' }), 'notes.txt': 'x' });

  it('are judged alone, without coverage and without rules on the whole', () => {
    const ran = scanned(folder, [other]);
    expect(placesOf(ran)).toEqual([other]);
    expect(ran.report.scope.partial).toBe(true);
    expect(ran.report.coverage).toEqual([]);
    expect(ran.report.subjects.map(({ kind }) => kind)).not.toContain('repository');
  });

  it('are named relative to the working directory, and told relative to the top of the work tree', () => {
    expect(placesOf(scanned(join(folder, '.github'), ['workflows/ci.yml', join(folder, other)]))).toEqual([ci, other]);
  });

  it('that no reader claims are passed over', () => {
    const ran = scanned(folder, ['notes.txt']);
    expect([ran.code, ran.report.results, ran.report.problems]).toEqual([0, [], []]);
  });

  it('outside of the work tree are judged relative to their own folder', () => {
    const elsewhere = folderWith({ [ci]: workflow(), [other]: workflow() });
    const ran = scanned(folder, [join(elsewhere, ci), relative(folder, join(elsewhere, other))]);
    expect(ran.report.results.map(({ location }) => location?.file)).toEqual(
      ran.report.results.map(() => expect.any(String)),
    );
    expect(ran.out).not.toContain(elsewhere);
    expect(ran.out).not.toContain('../');
  });

  it('can not be mixed with a folder', () => {
    expect(cli(folder, [ci, '.github']).err).toContain('name one folder, or files, not both');
  });

  it('that the configuration excludes are not judged, as a hook names whatever is staged', () => {
    const excluding = repository({ [ci]: workflow(), '.soc2/config.yml': 'exclude: [.github/workflows/ci.yml]\n' });
    expect(scanned(excluding, [ci]).report.results).toEqual([]);
  });

  it('are read through a link inside of the tree, never through one out of it', () => {
    const outside = folderWith({ 'secret.yml': workflow() });
    const linked = repository({
      'real.yml': workflow(),
      [ci]: { link: '../../real.yml' },
      [other]: { link: join(outside, 'secret.yml') },
    });
    expect(placesOf(scanned(linked, [ci]))).toEqual([ci]);
    const ran = scanned(linked, [other]);
    expect(ran.code).toBe(3);
    expect(ran.report.problems).toEqual([
      expect.objectContaining({ message: 'there is no such file, or it is a link out of what is scanned' }),
    ]);
  });
});

describe('what is listed', () => {
  it('leaves out what git ignores, and takes what is not tracked yet', () => {
    const folder = repository({ [ci]: workflow(), '.gitignore': 'ignored/\n' });
    write(folder, { [other]: workflow(), [`ignored/${ci}`]: workflow() });
    expect(placesOf(scanned(folder))).toEqual([ci, other]);
  });

  it('leaves out what is deleted but still in the index', () => {
    const folder = repository({ [ci]: workflow(), [other]: workflow() });
    rmSync(join(folder, other));
    expect(placesOf(scanned(folder))).toEqual([ci]);
  });

  it('honours .gitignore without git: nested ones, and what they let in again', () => {
    const tree = {
      '.gitignore': 'build/\n*.yml\n!ci.yml\n# comment\n',
      [ci]: workflow(),
      [other]: workflow(),
      [`build/${ci}`]: workflow(),
      [`sub/${ci}`]: workflow(),
      'sub/.gitignore': '!other.yml\nci.yml\r\n',
      [`sub/${other}`]: workflow(),
      [`node_modules/x/${ci}`]: workflow(),
    };
    const folder = folderWith(tree);
    const walked = scanned(folder).report.summary.files.listed;
    git(folder, 'init', '--quiet');
    write(folder, { '.git/info/exclude': 'node_modules\n' });
    expect(walked).toBe(scanned(folder).report.summary.files.listed);
    expect(walked).toBe(4);
  });

  it('names nested repositories and submodules, and does not look into them', () => {
    const inner = repository({ [ci]: workflow() });
    const folder = repository({ [ci]: workflow({ action: pinned }) });
    git(folder, 'submodule', '--quiet', 'add', inner, 'module');
    commit(folder);
    renameSync(repository({ [ci]: workflow() }), join(folder, 'nested'));
    const { report, code } = scanned(folder);
    expect(report.problems.map(({ location, message, notice }) => [location?.file, message, notice])).toEqual([
      ['module', 'is left out: a submodule: scan it where it lives', true],
      ['nested', 'is left out: a repository of its own inside of this one', true],
    ]);
    expect([code, report.results]).toEqual([0, []]);
    expect(placesOf(scanned(join(folder, 'module')))).toEqual([ci]);
    expect(
      scanned(folderWith({ 'a/x': '', [`nested/${ci}`]: workflow(), 'nested/.git/HEAD': '' })).report.problems,
    ).toEqual([expect.objectContaining({ message: 'is left out: a repository of its own inside of this one' })]);
  });

  it('follows no links: not in circles, not out of the tree', () => {
    const outside = folderWith({ [ci]: workflow() });
    const tree = {
      [ci]: workflow(),
      'loop/again': { link: '..' },
      self: { link: 'self' },
      out: { link: outside },
      broken: { link: 'nowhere' },
      [other]: { link: join(outside, ci) },
    };
    expect(placesOf(scanned(repository(tree)))).toEqual([ci]);
    expect(placesOf(scanned(folderWith(tree)))).toEqual([ci]);
  });

  it('leaves pipes alone', () => {
    const folder = repository({ [ci]: workflow() });
    execFileSync('mkfifo', [join(folder, other)]);
    expect(placesOf(scanned(folder))).toEqual([ci]);
    expect(scanned(folder, [other]).code).toBe(3);
  });

  // Root reads everything: then another user has to try.
  const asNobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};

  it('says what can not be read, without the name of this machine’s folders', () => {
    const folder = repository({ [ci]: workflow(), [other]: workflow(), 'closed/x.yml': '' });
    chmodSync(join(folder, other), 0o000);
    chmodSync(join(folder, 'closed'), 0o000);
    chmodSync(folder, 0o755);
    const ran = scanned(folder, [], {}, asNobody);
    chmodSync(join(folder, 'closed'), 0o755);
    expect(ran.code).toBe(3);
    expect(ran.report.problems).toContainEqual(
      expect.objectContaining({
        kind: 'unreadable',
        message: "can't be read: EACCES: permission denied",
        location: expect.objectContaining({ file: other }),
      }),
    );
    expect(ran.report.problems.map(({ location }) => location?.file)).toContain(
      ran.report.problems.some(({ message }) => message.startsWith('git could not list')) ? 'closed' : 'closed/x.yml',
    );
    expect(placesOf(ran)).toEqual([ci]);
    expect(ran.out).not.toContain(folder);
  });

  it('is walked where git does not trust the owner of the folder', () => {
    if (!('uid' in asNobody)) return;
    const folder = repository({ [ci]: workflow() });
    chmodSync(folder, 0o755);
    const ran = scanned(folder, [], {}, asNobody);
    expect(ran.code).toBe(1);
    expect(ran.report.problems[0]?.message).toContain('safe.directory');
    expect(ran.report.asOf).toBeNull();
    expect(ran.out).not.toContain(folder);
  });

  it('runs nothing that the repository names', () => {
    const folder = repository({ [ci]: workflow(), '.gitattributes': '* filter=evil diff=evil\n' });
    mkdirSync(join(folder, 'ran'));
    const touch = (name: string) => `touch '${join(folder, 'ran', name)}'; cat`;
    for (const key of [
      'filter.evil.clean',
      'filter.evil.smudge',
      'diff.evil.textconv',
      'diff.evil.command',
      'core.fsmonitor',
      'core.pager',
      'diff.external',
    ])
      git(folder, 'config', key, touch(key));
    writeFileSync(join(folder, '.git/hooks/post-index-change'), `#!/bin/sh\n${touch('hook')}\n`, { mode: 0o755 });
    write(folder, { [ci]: workflow({ job: 'other' }) });
    scanned(folder);
    scanned(folder, ['--diff', 'HEAD']);
    scanned(folder, ['--staged']);
    expect(execFileSync('ls', [join(folder, 'ran')], { encoding: 'utf8' })).toBe('');
  });
});
