import type { minimatch } from 'minimatch';
import type { parseYaml } from '../../../parse/yaml/parse.ts';
import { Stop } from '../budget.ts';

/** What few programs need and all would wait for. */
interface Late {
  parseYaml: typeof parseYaml;
  Minimatch: typeof minimatch.Minimatch;
}

// Templates may call any function, and are read only when they are filled in.
const needing = /\b(?:yamldecode|fileset|templatefile|templatestring)\b/;

/** Whether a text names a function that needs it. */
export const needsLate = (text: string): boolean => needing.test(text);

let loaded: Late | undefined;

/** Functions can't wait: what they need is loaded before they are called. */
export async function loadLate(): Promise<void> {
  const [yaml, { Minimatch }] = await Promise.all([import('../../../parse/yaml/parse.ts'), import('minimatch')]);
  loaded = { parseYaml: yaml.parseYaml, Minimatch };
}

export function late(): Late {
  if (!loaded) throw new Stop('not-evaluated', 'a function that a text of the program names');
  return loaded;
}
