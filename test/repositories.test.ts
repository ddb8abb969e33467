import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Location, Report } from '../src/model/report.ts';
import { scanTree } from './scan-tree.ts';

// Whole small repositories, each against the report that was read and found right. After a change that is meant:
// `npx vitest run test/repositories.test.ts -u`, then read the difference.

const names = readdirSync('fixtures', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const filesOf = (root: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry): [string, string] => {
        const path = join(entry.parentPath, entry.name);
        return [path.slice(root.length + 1), readFileSync(path, 'utf8')];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

const at = (location: Location | null | undefined) => (location ? `${location.file}:${location.startLine}` : 'nowhere');

/** What a reviewer has to see of a report, a line for each. */
function compact({ results, coverage, problems, summary }: Report) {
  const lines = (verdict: 'fail' | 'unknown') =>
    results
      .filter((result) => result.verdict === verdict)
      .map(({ rule, aspect, item, severity, disposition, location, subject, reason }) =>
        [
          severity,
          [rule, aspect].filter(Boolean).join('/'),
          at(location),
          subject.name + (item ? ` (${item})` : ''),
          subject.role === 'system' ? (disposition ?? reason?.code) : subject.role,
        ].join('  '),
      );
  const states = new Set(coverage.map(({ state }) => state));
  return {
    read: summary.files.read,
    findings: lines('fail'),
    unknown: lines('unknown'),
    problems: problems.map(({ kind, message, location }) => `${kind}  ${at(location)}  ${message}`),
    coverage: Object.fromEntries(
      [...states].sort().map((state) => [
        state,
        coverage
          .filter((row) => row.state === state)
          .map(({ criterion }) => criterion)
          .join(' '),
      ]),
    ),
  };
}

const reportOf = async (name: string) =>
  (await scanTree(filesOf(join('fixtures', name)), { asOf: '2026-11-22' })).report;

describe('a whole repository', () => {
  it.each(names)('%s', async (name) => {
    const expected = `${JSON.stringify(compact(await reportOf(name)), null, 2)}\n`;
    await expect(expected).toMatchFileSnapshot(join('../fixtures', `${name}.expected.json`));
  });

  it('in good order has nothing open above info, and nothing that can’t be told', async () => {
    const { results, problems } = await reportOf('acme-cloud');
    const open = results.filter(({ disposition, severity }) => disposition === 'open' && severity !== 'info');
    expect([...open, ...results.filter(({ verdict }) => verdict === 'unknown')]).toEqual([]);
    expect(problems).toEqual([]);
  });
});
