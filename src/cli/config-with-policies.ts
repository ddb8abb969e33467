import { child } from '../parse/look.ts';
import { parseYaml } from '../parse/yaml/parse.ts';

/**
 * The text of a configuration that says that policies are kept here, all else as it is written; undefined where it says so already,
 * or where it can't be read and a person has to look.
 */
export function withPolicies(text: string): string | undefined {
  const { tree, problems } = parseYaml(text);
  const root = tree[0]?.root;
  if (problems.length > 0 || tree.length > 1 || /^\s*[{[]/.test(text)) return undefined;
  const holds = child(root, 'holds');
  if (!holds)
    return root && root.type !== 'mapping'
      ? undefined
      : `${text.replace(/\n*$/, text.trim() === '' ? '' : '\n')}holds: [policies]\n`;
  const lines = text.split('\n');
  const { startLine, startColumn } = holds.span;
  const line = lines[startLine - 1] ?? '';
  if (holds.type === 'sequence') {
    if (holds.items.some((item) => item.type === 'scalar' && item.text === 'policies')) return undefined;
    const at = startColumn - 1;
    if (line[at] === '[')
      lines[startLine - 1] =
        `${line.slice(0, at + 1)}policies${holds.items.length > 0 ? ', ' : ''}${line.slice(at + 1)}`;
    else lines.splice(startLine - 1, 0, `${line.slice(0, at)}- policies`);
    return lines.join('\n');
  }
  return undefined;
}
