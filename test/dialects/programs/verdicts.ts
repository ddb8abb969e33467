import { expect } from 'vitest';
import { scanTree } from '../../scan-tree.ts';

/** Each rule's verdict on each thing that a tree states, by what it is called: in a template, by its construct's path. */
export async function verdictsOf(
  files: Readonly<Record<string, string>>,
  named: (name: string) => string | undefined = (name) => name.split(' ')[0],
): Promise<ReadonlyMap<string, string>> {
  const { report } = await scanTree(new Map(Object.entries(files)));
  expect(report.problems).toEqual([]);
  const found = new Map<string, string>();
  const set = (rule: string, aspect: string | undefined, subject: string, verdict: string): void => {
    const name = named(subject);
    if (name !== undefined) found.set(`${rule} ${aspect ?? ''} ${name}`, verdict);
  };
  for (const { rule, aspect, subject, verdict } of report.results) set(rule, aspect, subject.name, verdict);
  for (const { rule, aspect, subjects } of report.passes)
    for (const i of subjects) set(rule, aspect, report.subjects[i]!.name, 'pass');
  return found;
}

/** What two of them say differently. */
export function differences(left: ReadonlyMap<string, string>, right: ReadonlyMap<string, string>): string[] {
  const keys = [...new Set([...left.keys(), ...right.keys()])].sort();
  return keys.flatMap((key) =>
    left.get(key) === right.get(key) ? [] : [`${key}: ${left.get(key) ?? '-'}, ${right.get(key) ?? '-'}`],
  );
}
