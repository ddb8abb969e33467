import type { Step } from '../../dialects/github-actions/model.ts';

/** Files that a step hands things on by: outputs for who asks for them, variables for all later steps. */
export type HandedOnBy = 'GITHUB_OUTPUT' | 'GITHUB_ENV';

const assignment = String.raw`\b(?:echo|printf)\s+(?:-[en]+\s+)?["']?([\w-]+)=([^|]*?)["']?\s*(?:>>?|\|\s*tee\s+(?:-a|--append))\s*["']?\$\{?`;
const written: Record<HandedOnBy, RegExp> = {
  GITHUB_OUTPUT: new RegExp(`${assignment}GITHUB_OUTPUT\\b`),
  GITHUB_ENV: new RegExp(`${assignment}GITHUB_ENV\\b`),
};
const older: Record<HandedOnBy, RegExp> = {
  GITHUB_OUTPUT: /::set-output\s+name=([\w-]+)::(.*)$/,
  GITHUB_ENV: /::set-env\s+name=([\w-]+)::(.*)$/,
};
const assigned = /^\s*(?:export\s+|local\s+)?([A-Za-z_]\w*)=(.*)$/;
/** Only the whole of a variable: one that is cut, replaced or sent through a filter may have been made harmless. */
const variable = /\$(?:\{(\w+)\}|(\w+))/g;

/**
 * What a script hands on of what came from elsewhere, by the name it gets, with where it came from.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter
 */
export function handedOn<T>(
  { run }: Step,
  by: HandedOnBy,
  variables: ReadonlyMap<string, T>,
  pasted: (text: string) => T | undefined,
): ReadonlyMap<string, T> {
  const outputs = new Map<string, T>();
  if (!run || !(run.text.includes(by) || older[by].test(run.text))) return outputs;
  const tainted = new Map(variables);
  const partOf = (text: string): T | undefined =>
    /\$\(|`/.test(text)
      ? undefined
      : (pasted(text) ??
        [...text.matchAll(variable)].map((m) => tainted.get((m[1] ?? m[2])!)).find((part) => part !== undefined));
  for (const line of run.text.split('\n')) {
    const set = assigned.exec(line);
    if (set) {
      const part = partOf(set[2]!);
      if (part === undefined) tainted.delete(set[1]!);
      else tainted.set(set[1]!, part);
    }
    const [, name, value] = written[by].exec(line) ?? older[by].exec(line) ?? [];
    const part = value === undefined ? undefined : partOf(value);
    if (name !== undefined && part !== undefined) outputs.set(name, part);
  }
  return outputs;
}
