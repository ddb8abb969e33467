import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Log } from 'sarif';
import { cli, emptyFolder, repository, workflow } from '../run.ts';

// The real sarif-tools from PyPI reads what we write. It comes with .ci/run; `npm test` passes without it.
const isThere = spawnSync('sarif', ['--version']).status === 0;
if (!isThere)
  process.stderr.write('sarif-tools.test.ts: skipped, because sarif is not on PATH (pip install sarif-tools)\n');

const tree = {
  '.github/workflows/ci.yml': `${workflow()}      - uses: acme/b@v1\n`,
  'infra/main.tf': 'resource "aws_s3_bucket" "logs" {\n  bucket = "logs, \\"quoted\\""\n}\n',
  '.soc2/exceptions.yml':
    'exceptions:\n  - { rule: actions-are-pinned, path: .github/workflows/ci.yml, reason: known, owner: a, approver: b, until: 2099-01-31 }\n',
};

describe.runIf(isThere)('sarif-tools', () => {
  const folder = repository(tree);
  const scratch = emptyFolder();
  const report = join(scratch, 'r.sarif');
  const { code, err } = cli(folder, ['--output', `sarif=${report}`, '--fail-on', 'never', '--quiet']);
  const results = (JSON.parse(readFileSync(report, 'utf8')) as Log).runs[0]!.results!;
  const sarif = (...args: string[]) => spawnSync('sarif', args, { cwd: scratch, encoding: 'utf8' });

  it('counts the results that are there, by level', () => {
    expect([code, err]).toEqual([0, '']);
    const { stdout, stderr, status } = sarif('summary', report);
    expect([status, stderr]).toEqual([0, '']);
    for (const level of ['error', 'warning', 'note']) {
      const count = results.filter((result) => result.level === level).length;
      expect(stdout).toMatch(new RegExp(`^${level}: ${count}$`, 'm'));
    }
    expect(results.length).toBeGreaterThan(3);
  });

  it('finds each at its rule, file and line', () => {
    expect(sarif('csv', '--output', join(scratch, 'r.csv'), report).status).toBe(0);
    const rows = readFileSync(join(scratch, 'r.csv'), 'utf8');
    for (const { ruleId, level, locations } of results) {
      const { artifactLocation, region } = locations?.[0]?.physicalLocation ?? {};
      if (!artifactLocation) continue;
      expect(rows).toMatch(new RegExp(`^soc2-lint,${level},${ruleId},`, 'm'));
      expect(rows).toContain(`,${artifactLocation.uri},${region?.startLine}\n`);
    }
  });

  it('fails where an error is open, and sees nothing new in the same report', () => {
    const errors = results.some(({ level }) => level === 'error');
    expect(sarif('--check', 'error', 'summary', report).status).toBe(errors ? 2 : 0);
    const { stdout, status } = sarif('diff', report, report);
    expect(status).toBe(0);
    expect(stdout).not.toMatch(/[+-][1-9]/);
  });
});
