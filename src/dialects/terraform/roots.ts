import type { Role } from '../../model/subject.ts';
import { plainText, type Configuration } from './configuration.ts';
import { joinPath } from './source-files.ts';

/** https://developer.hashicorp.com/terraform/language/modules/sources#local-paths */
export const isLocal = (source: string): boolean => /^\.\.?(?:\/|$)/.test(source);

/** The folders of the tree that a configuration calls as modules. */
export function calledFolders(configuration: Configuration): string[] {
  return [...configuration.modules.values()].flatMap(({ content }) => {
    const source = plainText(content.attributes.get('source')?.value);
    const folder = source !== undefined && isLocal(source) ? joinPath(configuration.folder, source) : undefined;
    return folder === undefined ? [] : [folder];
  });
}

/**
 * The folders that Terraform would be run in: those that no other one calls. A call from an example or a test makes a
 * module no part of a system: it is judged by its own defaults, unless it is an example or a test itself.
 */
export function rootsOf(configurations: readonly Configuration[], roleOf: (folder: string) => Role): string[] {
  const folders = new Set(configurations.map(({ folder }) => folder));
  const calls = new Map(configurations.map((one) => [one.folder, calledFolders(one)]));
  const called = new Set<string>();
  for (const [caller, callees] of calls)
    for (const callee of callees)
      if (callee !== caller && folders.has(callee) && (roleOf(caller) === 'system' || roleOf(callee) !== 'system'))
        called.add(callee);
  const roots = [...folders].filter((folder) => !called.has(folder));
  // Folders that only call each other have no root among them: the first stands for it.
  const reached = new Set<string>();
  for (const root of roots) reach(root, calls, reached);
  for (const folder of [...folders].sort()) {
    if (reached.has(folder)) continue;
    roots.push(folder);
    reach(folder, calls, reached);
  }
  return roots.sort();
}

function reach(folder: string, calls: ReadonlyMap<string, readonly string[]>, reached: Set<string>): void {
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(calls.get(next) ?? []));
  }
}
