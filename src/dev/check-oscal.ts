// Has every OSCAL document that we write validated by compliance-trestle: npm run check:oscal -- TRESTLE [CLI], with the program
// (pip install compliance-trestle) and the command line to run (dist/cli.js). Scans of the fixtures, of nothing, of what can't be
// read, and of periods with and without exceptions.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const [trestle, cli = 'dist/cli.js'] = process.argv.slice(2);
if (trestle === undefined) throw new Error('usage: npm run check:oscal -- TRESTLE [CLI]');
const scratch = mkdtempSync(join(tmpdir(), 'soc2-lint-oscal-'));

const workflow =
  'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n';
const made: { readonly [name: string]: { readonly [path: string]: string } } = {
  empty: {},
  clean: { 'README.md': '# hello\n', CODEOWNERS: '* @acme/platform\n' },
  failing: { '.github/workflows/ci.yml': workflow },
  incomplete: { '.github/workflows/ci.yml': 'on: push\njobs:\n  build: [\n' },
};

const git = (folder: string, ...args: readonly string[]) =>
  execFileSync('git', args, {
    cwd: folder,
    env: {
      ...process.env,
      ...Object.fromEntries(
        ['AUTHOR', 'COMMITTER'].flatMap((who) => [
          [`GIT_${who}_NAME`, 'author'],
          [`GIT_${who}_EMAIL`, 'author@example.com'],
          [`GIT_${who}_DATE`, '2025-03-01T12:00:00Z'],
        ]),
      ),
    },
  });

function folderOf(name: string): string {
  const folder = join(scratch, 'trees', name);
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(made[name]!)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  git(folder, 'init', '--quiet');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'Begin');
  return folder;
}

const period = ['--from', '2025-01-01', '--to', '2025-12-31', '--as-of', '2026-01-01'];
const documents: readonly (readonly [name: string, model: string, args: readonly string[]])[] = [
  ['catalog', 'catalog', ['oscal', 'catalog']],
  ['component', 'component-definition', ['oscal', 'component']],
  ...['acme-cloud', 'acme-cloud-gaps', 'acme-site'].map(
    (name) =>
      [name, 'assessment-results', [join('fixtures', name), '--format', 'oscal', '--as-of', '2026-11-22']] as const,
  ),
  ...Object.keys(made).flatMap((name) => {
    const folder = folderOf(name);
    return [
      [name, 'assessment-results', [folder, '--format', 'oscal']] as const,
      [`${name}-history`, 'assessment-results', ['history', folder, ...period, '--format', 'oscal']] as const,
    ];
  }),
];
const folders: { readonly [model: string]: string } = {
  catalog: 'catalogs',
  'component-definition': 'component-definitions',
  'assessment-results': 'assessment-results',
};

try {
  const workspace = join(scratch, 'workspace');
  mkdirSync(workspace);
  execFileSync(trestle, ['init'], { cwd: workspace, stdio: 'ignore' });
  for (const [name, model, args] of documents) {
    const { stdout, stderr } = spawnSync(process.execPath, [resolve(cli), ...args], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (stdout === '') throw new Error(`${name}: ${stderr}`);
    const file = join(workspace, folders[model]!, name, `${model}.json`);
    mkdirSync(dirname(file));
    writeFileSync(file, stdout);
    const ran = spawnSync(trestle, ['validate', '-f', file], { cwd: workspace, encoding: 'utf8' });
    process.stdout.write(`${ran.status === 0 ? 'valid  ' : 'INVALID'}  ${name} (${model}, ${stdout.length} bytes)\n`);
    if (ran.status !== 0) {
      process.stdout.write(`${ran.stdout}${ran.stderr}\n`);
      process.exitCode = 1;
    }
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
