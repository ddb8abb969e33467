import type { Step } from '../../dialects/github-actions/model.ts';

const written =
  /\b(?:echo|printf)\s+(?:-[en]+\s+)?["']?([\w-]+)=([^|]*?)["']?\s*(?:>>?|\|\s*tee\s+(?:-a|--append))\s*["']?\$\{?GITHUB_OUTPUT\b/;
const older = /::set-output\s+name=([\w-]+)::(.*)$/;
const assigned = /^\s*(?:export\s+|local\s+)?([A-Za-z_]\w*)=(.*)$/;
/** Only the whole of a variable: one that is cut, replaced or sent through a filter may have been made harmless. */
const variable = /\$(?:\{(\w+)\}|(\w+))/g;

/**
 * The outputs that a script gives a stranger's text, by name, with the part of the context it comes from.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter
 */
export function strangersOutputs(
  { run }: Step,
  variables: ReadonlyMap<string, string>,
  pasted: (text: string) => string | undefined,
): ReadonlyMap<string, string> {
  const outputs = new Map<string, string>();
  if (!run || !/GITHUB_OUTPUT|::set-output/.test(run.text)) return outputs;
  const tainted = new Map(variables);
  const partOf = (text: string): string | undefined =>
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
    const [, name, value] = written.exec(line) ?? older.exec(line) ?? [];
    const part = value === undefined ? undefined : partOf(value);
    if (name !== undefined && part !== undefined) outputs.set(name, part);
  }
  return outputs;
}
