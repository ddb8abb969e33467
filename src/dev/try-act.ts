// Runs the Action by `act`, which starts steps as GitHub's runner does, on this machine and without containers: a push that
// fails and a pull request that doesn't. Asks no registry but Go's, and only where `act` is not on PATH.
import { spawnSync, type SpawnSyncOptions } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { bundleInto } from './bundle-into.ts';

const version = 'v0.2.89';
const cache = resolve('node_modules/.cache/soc2-lint/act');

const works = (command: string, args: readonly string[], options: SpawnSyncOptions = {}): boolean =>
  spawnSync(command, args, options).status === 0;

function actProgram(): string | undefined {
  const kept = join(cache, 'act');
  if (works('act', ['--version'])) return 'act';
  if (existsSync(kept)) return kept;
  if (!works('go', ['version'])) return undefined;
  console.log(`building act ${version}, which takes some minutes the first time`);
  const env = { ...process.env, GOBIN: cache, CGO_ENABLED: '0' };
  const built = works('go', ['install', `github.com/nektos/act@${version}`], { env, stdio: 'inherit' });
  return built ? kept : undefined;
}

const workflow = `name: ci
on: [push, pull_request]
permissions:
  contents: read
jobs:
  soc2:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - id: lint
        uses: ./soc2
        with:
          rules: actions-are-pinned
      - if: always()
        run: echo "open is \${{ steps.lint.outputs.open }}"
`;

async function tryIt(act: string, folder: string): Promise<string[]> {
  const repository = join(folder, 'repository');
  const git = (...args: readonly string[]) => spawnSync('git', args, { cwd: repository, encoding: 'utf8' }).stdout;
  mkdirSync(join(repository, '.github/workflows'), { recursive: true });
  writeFileSync(join(repository, '.github/workflows/ci.yml'), workflow);
  await bundleInto(join(repository, 'soc2/dist'));
  cpSync('action.yml', join(repository, 'soc2/action.yml'));
  git('init', '--quiet', '--initial-branch=main');
  // Without an origin act doesn't know which repository this is.
  git('remote', 'add', 'origin', 'https://github.com/acme/cloud.git');
  git('add', '--all');
  git('-c', 'user.name=author', '-c', 'user.email=author@example.com', 'commit', '--quiet', '-m', 'change');
  const sha = git('rev-parse', 'HEAD').trim();
  const pull = { number: 7, pull_request: { number: 7, base: { ref: 'main', sha }, head: { ref: 'x', sha } } };

  const mistakes: string[] = [];
  for (const [event, payload, code, said] of [
    ['push', {}, 1, /::error file=\.github\/workflows\/ci\.yml,line=9,.*title=actions-are-pinned/],
    ['pull_request', pull, 0, /## SOC 2: this change opens no gap/],
  ] as const) {
    const file = join(folder, `${event}.json`);
    writeFileSync(file, JSON.stringify(payload));
    const args = [event, '-P', 'ubuntu-latest=-self-hosted', '-e', file, '--action-offline-mode'];
    const env = { ...process.env, HOME: folder, PATH: [process.env['PATH'], cache].join(delimiter) };
    const ran = spawnSync(act, args, { cwd: repository, encoding: 'utf8', env });
    const out = ran.stdout + ran.stderr;
    const right = ran.status === code && said.test(out) && /\| open is 1$/m.test(out);
    console.log(`${event}: exit ${ran.status}, ${right ? 'as it should be' : `not as it should be:\n${out}`}`);
    if (!right) mistakes.push(event);
  }
  return mistakes;
}

const act = actProgram();
if (act === undefined) console.log('left out: there is neither act nor Go to build it (https://github.com/nektos/act)');
else {
  const folder = mkdtempSync(join(tmpdir(), 'soc2-lint-act-'));
  try {
    if ((await tryIt(act, folder)).length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
