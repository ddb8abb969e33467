import { describe, expect, it } from 'vitest';
import { scanTree } from '../scan-tree.ts';
import { asManifests, helm, kustomize, terraform, yaml, type State } from './same-workload.ts';

// One workload and what belongs to it, written in each language, in good order and in bad: the verdicts are the same.

const kinds = /^(?:workload|service-account|cluster-)/;

/** Rules and aspects with what they say of each subject; names are those inside of the cluster. */
async function verdicts(files: Record<string, string>): Promise<string[]> {
  const { report } = await scanTree(new Map(Object.entries(files)), { asOf: '2026-01-01' });
  expect(report.problems.filter(({ notice }) => !notice)).toEqual([]);
  expect(report.unresolved).toEqual([]);
  const short = (name: string): string => name.replace(/ of \S+$/, '').replace(/^.*[/.](?:[a-z]+_)?/, '');
  const line = (rule: string, aspect: string | undefined, kind: string, name: string, verdict: string): string =>
    `${kind} ${short(name)} ${rule}${aspect ? `/${aspect}` : ''}: ${verdict}`;
  const results = report.results
    .filter(({ subject }) => kinds.test(subject.kind))
    .map(({ rule, aspect, subject, verdict }) => line(rule, aspect, subject.kind, subject.name, verdict));
  const passes = report.passes.flatMap(({ rule, aspect, subjects }) =>
    subjects.flatMap((index) => {
      const { kind, name } = report.subjects[index]!;
      return kinds.test(kind) ? [line(rule, aspect, kind, name, 'pass')] : [];
    }),
  );
  return [...results, ...passes].sort();
}

describe.each([{ good: true }, { good: false }])('the same workload, %j', (state) => {
  it.each([
    ['a chart', helm(state)],
    ['an overlay of a base in the other state', kustomize(state)],
    ['resources of Terraform', terraform(state, '')],
    ['resources of Terraform, v1', terraform(state, '_v1')],
    ['manifests in Terraform', asManifests(state)],
  ])('%s', async (_, files) => {
    const expected = await verdicts({ 'all.yaml': yaml(state) });
    expect(expected.length).toBeGreaterThan(60);
    expect(await verdicts(files)).toEqual(expected);
  });
});

it('is bad where it is bad', async () => {
  const failing = async (state: State): Promise<string[]> =>
    (await verdicts({ 'all.yaml': yaml(state) })).filter((text) => text.endsWith(': fail'));
  const [good, bad] = [await failing({ good: true }), await failing({ good: false })];
  expect(good.filter((text) => !text.includes(' nightly '))).toEqual([]);
  expect(bad.length).toBeGreaterThan(25);
});
