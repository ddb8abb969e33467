import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { History } from '../../src/history/history.ts';
import { commitOn, started } from '../history/repository.ts';
import { cli, commit, emptyFolder, folderWith, git, repository, workflow, write, type Tree } from '../run.ts';

const ci = '.github/workflows/ci.yml';
const state = {
  [ci]: workflow(),
  '.soc2/config.yml': 'categories: [confidentiality]\n',
  '.soc2/exceptions.yml': 'exceptions: []\n',
};
const period = ['--from', '2026-10-01', '--to', '2026-10-01', '--as-of', '2026-10-02'];
const manifestIn = (out: string) =>
  JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8')) as {
    repository: { commit: string };
    period: unknown;
    range: unknown;
    complete: { scan: boolean; history: boolean | null; reasons: string[] };
    files: { path: string; sha256: string; masked?: true }[];
  };

/** Every file below a folder with its bytes. */
const bytesIn = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [path.slice(folder.length + 1), readFileSync(path).toString('base64')]),
  );

function made(tree: { [path: string]: string } = state, args: readonly string[] = []) {
  const root = repository(tree);
  const out = join(emptyFolder(), 'evidence');
  return { root, out, ran: cli(root, ['evidence', 'create', out, ...args]) };
}

/** A year in which the configuration changed, with a state before and one after it. */
function overYear(args: readonly string[] = [], more: Tree = {}) {
  const root = started();
  write(root, { ...state, ...more });
  commitOn(root, '2024-12-01');
  write(root, { '.soc2/config.yml': 'categories: [availability]\n' });
  unlinkSync(join(root, '.soc2/exceptions.yml'));
  commitOn(root, '2025-06-01');
  write(root, { '.soc2/config.yml': 'categories: [security]\n' });
  commitOn(root, '2026-01-10');
  const out = join(emptyFolder(), 'evidence');
  const ran = cli(root, ['evidence', 'create', out, '--from', '2025-01-01', '--to', '2025-12-31', ...args]);
  const { files } = manifestIn(out) as unknown as { files: { path: string; what: string }[] };
  return { root, out, ran, listed: new Map(files.map(({ path, what }) => [path, what])) };
}

/** The first column of the table: a path, then other endings of it or names beside it. */
function filesInReadme(): string[] {
  const [, chapter = ''] = readFileSync('README.md', 'utf8').split('## For the auditor');
  const rows = chapter.split('\n## ')[0]!.matchAll(/^\| (`[^|]+`) \|/gm);
  return [...rows].flatMap(([, cell = '']) => {
    const [first = '', ...others] = [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name!);
    const beside = first.replace(/[^/]+\/?$/, '');
    return [first, ...others.map((name) => (name.startsWith('.') ? first.replace(/\.\w+$/, name) : beside + name))];
  });
}

describe('evidence create', () => {
  it('writes reports, configuration, pages, a manifest of all of it and a statement about the manifest', () => {
    const { out, ran } = made();
    expect(ran).toMatchObject({ code: 0, err: '' });
    const { files, repository: of, period: when, complete } = manifestIn(out);
    expect(when).toBeNull();
    expect(of.commit).toMatch(/^[0-9a-f]{40}$/);
    expect(complete).toEqual({ scan: true, history: null, reasons: [] });
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining([
        'configuration/config.yml',
        'configuration/exceptions.yml',
        'oscal/assessment-results.json',
        'oscal/catalog.json',
        'oscal/component.json',
        'predicate.json',
        'report.html',
        'report.json',
        'report.md',
      ]),
    );
    expect(paths.filter((path) => path.endsWith('/actions-are-pinned.md'))).toHaveLength(1);
    const written = bytesIn(out);
    expect([...written.keys()].sort()).toEqual([...paths, 'manifest.json', 'statement.json'].sort());
    for (const { path, sha256 } of files)
      expect(
        createHash('sha256')
          .update(readFileSync(join(out, path)))
          .digest('hex'),
      ).toBe(sha256);
    const statement = JSON.parse(readFileSync(join(out, 'statement.json'), 'utf8')) as Record<string, unknown>;
    const manifest = createHash('sha256')
      .update(readFileSync(join(out, 'manifest.json')))
      .digest('hex');
    expect(statement).toMatchObject({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'manifest.json', digest: { sha256: manifest } }],
      predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
      predicate: { result: 'FAILED', failedTests: expect.arrayContaining(['actions-are-pinned']) as string[] },
    });
    expect(statement['predicate']).toEqual(JSON.parse(readFileSync(join(out, 'predicate.json'), 'utf8')));
    expect(ran.out).toContain(`${manifest}  manifest.json`);
  });

  it('gives the same bytes for the same state, into a new folder and over its own', () => {
    const { root, out } = made(state, period);
    const again = join(emptyFolder(), 'elsewhere');
    cli(root, ['evidence', 'create', again, ...period]);
    expect(bytesIn(again)).toEqual(bytesIn(out));
    appendFileSync(join(again, 'report.md'), 'x');
    expect(cli(root, ['evidence', 'create', again, ...period]).code).not.toBe(2);
    expect(bytesIn(again)).toEqual(bytesIn(out));
  });

  it('holds a period with its changes, and what speaks against its being whole', () => {
    const { out, ran } = made(state, period);
    expect(ran.code).toBe(3);
    const { files, period: when, range, complete } = manifestIn(out);
    expect(when).toEqual({ from: '2026-10-01', to: '2026-10-01' });
    expect(range).toMatchObject({ commits: 1 });
    expect(complete.history).toBe(false);
    for (const reason of complete.reasons) expect(ran.err).toContain(reason);
    expect(files.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['history.json', 'history.md', 'population.csv']),
    );
  });

  it('holds what the scan was told at the start of a period, at its end and now, and the page and OSCAL of it', () => {
    const { root, out, ran, listed } = overYear();
    expect([ran.code, ran.err]).toEqual([0, '']);
    const text = (path: string) => readFileSync(join(out, path), 'utf8');
    expect(text('configuration/at-start/config.yml')).toBe('categories: [confidentiality]\n');
    expect(text('configuration/at-end/config.yml')).toBe('categories: [availability]\n');
    expect(text('configuration/config.yml')).toBe('categories: [security]\n');
    expect(listed.get('configuration/at-start/exceptions.yml')).toContain('when the period began');
    expect(listed.has('configuration/at-end/exceptions.yml')).toBe(false);
    expect(text('history.html')).toContain('SOC 2 over a period');
    expect(text('oscal/assessment-results-of-period.json')).toContain('"assessment-results"');
    // Only of rules that said something.
    expect([...listed.keys()].filter((path) => path.startsWith('rules/')).length).toBeLessThan(60);
    const manifest = manifestIn(out) as unknown as { arguments: string[]; range: { before: string; last: string } };
    expect(git(root, 'log', '-1', '--format=%cs', manifest.range.before)).toBe('2024-12-01');
    expect(git(root, 'log', '-1', '--format=%cs', manifest.range.last)).toBe('2025-06-01');
    expect(manifest.arguments).toEqual(['--from', '2025-01-01', '--to', '2025-12-31', '--as-of', '2026-01-10']);
  });

  it('takes another configuration, rules of one’s own, an export and a sample, and is made again by its arguments', () => {
    const { root, out, ran, listed } = overYear(
      ['--sample', '1', '--pull-requests', 'export.json', '--config', 'audit.yml', '--plugin', 'own.mjs'],
      {
        'audit.yml': 'categories: [security]\nrules:\n  actions-are-pinned: off\n',
        'export.json': '[]',
        'own.mjs': `export default {
  id: 'jobs-are-ours', title: 'Jobs are ours', severity: 'medium', do: 'Name it.',
  criteria: { 'CC8.1': 'Whoever reads a run knows what it did.' },
  on: { kinds: ['workflow-job'] },
  check: ({ name, at }) => ({ verdict: 'fail', message: name + ' has no name.', at, via: [] }),
};\n`,
      },
    );
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect([...listed.keys()]).toEqual(expect.arrayContaining(['plugins/own.mjs', 'pull-requests.json']));
    expect(listed.get('configuration/config.yml')).toContain('from audit.yml');
    const history = JSON.parse(readFileSync(join(out, 'history.json'), 'utf8')) as History;
    const rules = history.perRule.filter(({ state }) => state !== 'no-occurrence').map(({ rule }) => rule);
    expect([rules.includes('jobs-are-ours'), rules.includes('actions-are-pinned')]).toEqual([true, false]);
    expect([history.sample?.length, history.pullRequests?.count]).toEqual([1, 0]);
    const predicate = JSON.parse(readFileSync(join(out, 'predicate.json'), 'utf8')) as {
      configuration: { name: string }[];
    };
    expect(predicate.configuration.map(({ name }) => name)).toContain('plugins/own.mjs');
    // The README's chapter for the auditor names each of them, and nothing that isn't there.
    const named = filesInReadme();
    const paths = [...listed.keys(), 'manifest.json', 'statement.json'];
    const isNamed = (path: string) =>
      named.some((name) => path === name || (name.endsWith('/') && path.startsWith(name)));
    expect(paths.filter((path) => !isNamed(path))).toEqual([]);
    expect(named.filter((name) => !paths.some((path) => path === name || path.startsWith(name)))).toEqual([]);
    const again = join(emptyFolder(), 'again');
    const args = (manifestIn(out) as unknown as { arguments: string[] }).arguments;
    expect(cli(root, ['evidence', 'create', again, '.', ...args]).code).toBe(0);
    expect(bytesIn(again)).toEqual(bytesIn(out));
  });

  it('tells with 3 that something could not be read, and with a note that the commit is not all', () => {
    const { root, out, ran } = made({ [ci]: 'on: push\njobs:\n  build: [\n' });
    expect(ran.code).toBe(3);
    expect(manifestIn(out).complete.scan).toBe(false);
    expect(JSON.parse(readFileSync(join(out, 'predicate.json'), 'utf8'))).not.toMatchObject({ result: 'PASSED' });
    write(root, { [ci]: workflow() });
    expect(cli(root, ['evidence', 'create', out]).err).toContain('uncommitted changes');
    commit(root);
    expect(cli(root, ['evidence', 'create', out]).err).toBe('');
  });

  it('works where there is no git, and not for a period', () => {
    const root = folderWith(state);
    const out = join(emptyFolder(), 'evidence');
    expect(cli(root, ['evidence', 'create', out]).code).toBe(0);
    expect(cli(root, ['evidence', 'create', out, ...period]).code).toBe(2);
    expect(cli(root, ['evidence', 'verify', out]).code).toBe(0);
  });

  it('masks secrets in the configuration, of which it says so, and in the history', () => {
    const secret = 'ghp_Zq8mV2xKc4LtR7yWb1NsD5fHj9aPe3GuYo6T';
    const { out } = made(
      {
        'main.tf': `resource "aws_db_instance" "a" {\n  password = "${secret}"\n}\nresource "aws_s3_bucket" "${secret}" {}\n`,
        '.soc2/config.yml': `# ${secret}\ncategories: [confidentiality]\n`,
      },
      period,
    );
    expect(readFileSync(join(out, 'history.json'), 'utf8')).toContain('aws_s3_bucket.••••');
    for (const bytes of bytesIn(out).values()) expect(Buffer.from(bytes, 'base64').toString()).not.toContain(secret);
    expect(manifestIn(out).files.find(({ path }) => path === 'configuration/config.yml')!.masked).toBe(true);
  });

  it('writes into no folder that holds anything else, through no link, and not into what it is about', () => {
    const { root, out } = made();
    const before = bytesIn(out);
    const refused = (target: string, text: string, ...more: string[]) => {
      const { code, err } = cli(root, ['evidence', 'create', target, ...more]);
      expect([code, err]).toEqual([2, expect.stringContaining(text)]);
    };
    const other = folderWith({ 'notes.txt': 'mine' });
    refused(other, 'notes.txt');
    expect(readdirSync(other)).toEqual(['notes.txt']);
    writeFileSync(join(out, 'notes.txt'), 'mine');
    refused(out, 'notes.txt');
    unlinkSync(join(out, 'notes.txt'));
    mkdirSync(join(out, 'empty'));
    refused(out, 'empty');
    rmSync(join(out, 'empty'), { recursive: true });
    expect(bytesIn(out)).toEqual(before);
    const links = emptyFolder();
    symlinkSync(other, join(links, 'link'));
    refused(join(links, 'link'), 'no link');
    symlinkSync(join(links, 'nowhere'), join(links, 'dangling'));
    refused(join(links, 'dangling'), 'no link');
    refused(join(links, 'a/b'), 'is not there');
    refused(join(root, 'evidence'), 'lie in each other');
    refused(root, 'lie in each other');
    refused(join(root, '..'), 'lie in each other');
    refused(join(root, ci), 'lie in each other');
    expect(readdirSync(root)).not.toContain('evidence');
    // A manifest that names what lies outside takes nothing away there.
    const both = folderWith({
      'victim/notes.txt': 'mine',
      'forged/manifest.json': JSON.stringify({
        schemaVersion: 1,
        tool: { name: 'soc2-lint' },
        files: [{ path: '../victim/notes.txt', sha256: '' }],
      }),
    });
    expect(cli(root, ['evidence', 'create', join(both, 'forged')]).code).toBe(0);
    expect(readFileSync(join(both, 'victim/notes.txt'), 'utf8')).toBe('mine');
    // A folder of its own in which a link took a file's place is not written through.
    unlinkSync(join(out, 'report.md'));
    symlinkSync(join(other, 'notes.txt'), join(out, 'report.md'));
    refused(out, 'report.md');
    rmSync(join(out, 'oscal'), { recursive: true });
    unlinkSync(join(out, 'report.md'));
    symlinkSync(other, join(out, 'oscal'));
    refused(out, 'oscal');
    expect(readFileSync(join(other, 'notes.txt'), 'utf8')).toBe('mine');
  });

  it('says what it takes', () => {
    const root = repository(state);
    const out = join(emptyFolder(), 'e');
    for (const args of [
      [],
      ['made', out],
      ['create'],
      ['create', out, '.', 'more'],
      ['create', out, 'nowhere'],
      ['create', out, ci],
      ['create', out, '--from', '2026-10-01'],
      ['create', out, '--from', '2026-10-02', '--to', '2026-10-01'],
      ['create', out, '--from', 'monday', '--to', '2026-10-01'],
      ['create', out, '--manifest', 'a'.repeat(64)],
      ['create', out, '--sample', '3'],
      ['create', out, '--config', 'nowhere.yml'],
      ['create', out, '--plugin', 'nowhere.mjs'],
      ['create', out, ...period, '--pull-requests', 'nowhere.json'],
      ['verify', '.', '--plugin', 'own.mjs'],
      ['verify'],
      ['verify', out],
      ['verify', ci],
      ['verify', '.', 'more'],
      ['verify', '.', '--as-of', '2026-10-01'],
      ['verify', '.', '--manifest', 'abc'],
    ])
      expect([args, cli(root, ['evidence', ...args]).code]).toEqual([args, 2]);
    expect(cli(root, ['evidence', '--help']).out).toContain('usage: soc2-lint evidence create');
  });
});

describe('evidence verify', () => {
  const { root, out } = made();
  const manifest = createHash('sha256')
    .update(readFileSync(join(out, 'manifest.json')))
    .digest('hex');
  const verify = (...args: string[]) => cli(root, ['evidence', 'verify', out, ...args]);
  const renew = () => {
    rmSync(out, { recursive: true, force: true });
    cli(root, ['evidence', 'create', out]);
  };

  it('says that nothing differs, and what that can not tell', () => {
    expect(verify()).toMatchObject({ code: 0, out: expect.stringContaining('nothing is changed') as string });
    expect(verify().out).toContain('only a signature tells');
    expect(verify('--manifest', manifest).code).toBe(0);
  });

  const at = (path: string) => join(out, path);
  const withManifest = (change: (text: string) => string) =>
    writeFileSync(at('manifest.json'), change(readFileSync(at('manifest.json'), 'utf8')));
  const tampering: readonly [string, () => void, string][] = [
    ['a byte more', () => appendFileSync(at('report.json'), ' '), 'changed  report.json'],
    [
      'a byte changed',
      () => writeFileSync(at('report.md'), readFileSync(at('report.md'), 'utf8').replace('e', 'E')),
      'changed  report.md',
    ],
    ['emptied', () => writeFileSync(at('report.html'), ''), 'changed  report.html'],
    ['taken away', () => unlinkSync(at('oscal/catalog.json')), 'missing  oscal/catalog.json'],
    [
      'a folder taken away',
      () => rmSync(at('configuration'), { recursive: true }),
      'missing  configuration/config.yml',
    ],
    ['renamed', () => renameSync(at('report.md'), at('report2.md')), 'added    report2.md'],
    ['put in', () => writeFileSync(at('oscal/more.json'), '{}'), 'added    oscal/more.json'],
    ['an empty folder put in', () => mkdirSync(at('more')), 'added    more'],
    ['hidden file put in', () => writeFileSync(at('.more'), ''), 'added    .more'],
    [
      'a link to the same bytes',
      () => (renameSync(at('report.md'), join(out, '../copy.md')), symlinkSync('../copy.md', at('report.md'))),
      'changed  report.md: it is a link now',
    ],
    [
      'a folder in its place',
      () => (unlinkSync(at('report.md')), mkdirSync(at('report.md'))),
      'changed  report.md: it is a folder now',
    ],
    [
      'a pipe in its place',
      () => (unlinkSync(at('report.md')), spawnSync('mkfifo', [at('report.md')])),
      'changed  report.md: it is no plain file',
    ],
    [
      'a linked folder',
      () => (renameSync(at('oscal'), join(out, '../oscal')), symlinkSync('../oscal', at('oscal'))),
      'added    oscal',
    ],
    ['the manifest taken away', () => unlinkSync(at('manifest.json')), 'missing  manifest.json'],
    ['the manifest broken', () => withManifest((text) => text.slice(1)), 'changed  manifest.json'],
    [
      'another hash in the manifest',
      () => withManifest((text) => text.replace(/"sha256": "./, '"sha256": "x')),
      'changed  manifest.json: its sha256 is',
    ],
    [
      'another commit in the manifest',
      () => withManifest((text) => text.replace(/"commit": "./, '"commit": "x')),
      'changed  manifest.json: its sha256 is',
    ],
    [
      'a file taken out of the manifest',
      () => withManifest((text) => text.replace('"path": "report.md"', '"path": "report.mdx"')),
      'added    report.md',
    ],
    ['the statement taken away', () => unlinkSync(at('statement.json')), 'missing  statement.json'],
    [
      'another result stated',
      () => writeFileSync(at('statement.json'), readFileSync(at('statement.json'), 'utf8').replace('FAILED', 'PASSED')),
      'changed  statement.json',
    ],
    ['another predicate', () => writeFileSync(at('predicate.json'), '{'), 'changed  predicate.json'],
  ];
  it.each(tampering)('tells what happened: %s', (_, tamper, told) => {
    renew();
    tamper();
    const { code, out: text } = verify();
    expect(code).toBe(1);
    expect(text).toContain(told);
    for (const left of ['copy.md', 'oscal']) rmSync(join(out, '..', left), { recursive: true, force: true });
  });

  it('tells evidence that was made anew by the hash that was kept elsewhere', () => {
    renew();
    write(root, { [ci]: workflow({ action: 'actions/checkout@v5' }) });
    rmSync(out, { recursive: true });
    cli(root, ['evidence', 'create', out]);
    expect(verify().code).toBe(0);
    expect(verify('--manifest', manifest)).toMatchObject({
      code: 1,
      out: expect.stringContaining('changed  manifest.json') as string,
    });
  });
});
