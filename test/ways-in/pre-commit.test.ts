import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

// The real pre-commit installs this checkout by npm, as it would for a user, and runs the hooks in a repository of its own.
// It comes with .ci/run; `npm test` passes without it.
const isThere = spawnSync('pre-commit', ['--version']).status === 0;
if (!isThere)
  process.stderr.write('pre-commit.test.ts: skipped, because pre-commit is not on PATH (pip install pre-commit)\n');

const checkout = process.cwd();
const workflow = '.github/workflows/preview.yml';
const steps = (event: string) =>
  [
    `on: [${event}]`,
    'permissions: {}',
    'jobs:',
    '  preview:',
    '    runs-on: ubuntu-24.04',
    '    steps:',
    '      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1',
    '        with:',
    '          ref: ${{ github.event.pull_request.head.sha }}',
    '          persist-credentials: false',
    '      - run: npm ci && npm test',
    '',
  ].join('\n');
const open = steps('pull_request_target');
const closed = steps('pull_request');

describe.runIf(isThere)('pre-commit', { timeout: 120_000 }, () => {
  let scratch: string;
  let repository: string;

  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), 'soc2-lint-pre-commit-'));
    repository = join(scratch, 'repository');
    execFileSync('git', ['init', '--quiet', '--initial-branch=main', repository]);
  });
  afterAll(() => rmSync(scratch, { recursive: true, force: true }));

  const tryHook = (...args: string[]) =>
    spawnSync('pre-commit', ['try-repo', checkout, ...args, '--color=never'], {
      cwd: repository,
      encoding: 'utf8',
      env: { ...process.env, PRE_COMMIT_HOME: join(scratch, 'home') },
    });
  const stage = (file: string, text: string) => {
    mkdirSync(join(repository, file, '..'), { recursive: true });
    writeFileSync(join(repository, file), text);
    execFileSync('git', ['add', file], { cwd: repository });
  };

  it('finds the manifest valid', () => {
    const { stdout, status } = spawnSync('pre-commit', ['validate-manifest', '.pre-commit-hooks.yaml'], {
      encoding: 'utf8',
    });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  });

  it('stops a commit and shows what was found', () => {
    stage(workflow, open);
    stage('notes.txt', 'nothing to lint\n');
    const { stdout, status } = tryHook('soc2-lint', '--all-files');
    expect(stdout).toContain('outside-code-runs-without-secrets');
    expect(stdout).toContain(`${workflow}:9`);
    expect(status).toBe(1);
  });

  it('judges what is staged, not what lies in the folder, and lets it pass', () => {
    stage(workflow, closed);
    writeFileSync(join(repository, workflow), open);
    const { stdout, status } = tryHook('soc2-lint', '--all-files');
    expect(stdout).toMatch(/^soc2-lint \(staged files\)\.+Passed$/m);
    expect(status).toBe(0);
  });

  it('scans the whole repository before a push', () => {
    stage(workflow, open);
    const { stdout, status } = tryHook('soc2-lint-all', '--hook-stage=pre-push');
    expect(stdout).toContain('outside-code-runs-without-secrets');
    expect(stdout).toContain('coverage');
    expect(status).toBe(1);
  });
});
