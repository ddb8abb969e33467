import { fileStart } from '../../model/place.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';
import { program, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import { valueOf } from '../tree-value.ts';

/** One policy a file; its name is the identity that pipelines ask for. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources: Resource[] = [];
  const owner = program('octo-sts', '', resources);
  for (const path of paths) {
    const text = context.text(path);
    if (text === undefined) continue;
    const { tree, problems } = parseYaml(text);
    for (const { message, span, kind } of problems)
      context.problem({ kind, message, location: { file: path, ...span } });
    const body = valueOf(tree[0]?.root, path);
    if (body.type !== 'object') continue;
    const at = fileStart(path);
    resources.push({
      dialect: 'octo-sts',
      type: 'trust-policy',
      name: path.slice(path.lastIndexOf('/') + 1).replace(/\.sts\.ya?ml$/, ''),
      body,
      model: undefined,
      at,
      block: { file: path, span: { ...at.span, endLine: text.split('\n').length + 1 } },
      calls: [],
      role: context.roleOf(path),
      program: owner,
    });
  }
  return { resources, comments: [], unresolved: [] };
}
