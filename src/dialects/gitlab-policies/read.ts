import { fileStart, isFilePlace } from '../../model/place.ts';
import { locationOf } from '../../model/report.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';
import { program, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import { valueOf } from '../tree-value.ts';

/** One resource for each policy on approvals; `scan_result_policy` is what they were called before. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources: Resource[] = [];
  for (const path of paths) {
    const text = context.text(path);
    if (text === undefined) continue;
    const { tree, problems } = parseYaml(text);
    for (const { message, span, kind } of problems)
      context.problem({ kind, message, location: locationOf({ file: path, span }) });
    const root = valueOf(tree[0]?.root, path);
    if (root.type !== 'object') continue;
    const own: Resource[] = [];
    const owner = program('gitlab-policies', path, own);
    for (const key of ['approval_policy', 'scan_result_policy']) {
      const list = root.entries.get(key);
      for (const body of list?.type === 'list' ? list.items : []) {
        if (body.type !== 'object') continue;
        const name = body.entries.get('name');
        const block = isFilePlace(body.at) ? body.at : fileStart(path);
        own.push({
          dialect: 'gitlab-policies',
          type: 'approval-policy',
          name: `policy ${name?.type === 'string' ? name.value : own.length + 1}`,
          body,
          model: undefined,
          at: {
            file: path,
            span: { ...block.span, endLine: block.span.startLine, endColumn: block.span.startColumn + 1 },
          },
          block,
          calls: [],
          role: context.roleOf(path),
          program: owner,
        });
      }
    }
    resources.push(...own);
  }
  return { resources, comments: [], unresolved: [] };
}
