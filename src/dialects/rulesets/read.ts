import { parseJson } from '../../parse/json/parse.ts';
import { isFilePlace } from '../../model/place.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { program, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import { valueOf } from '../tree-value.ts';

/** Reads exported rulesets: one to a file, or a list of them as the API gives it. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources = paths.flatMap((path): Resource[] => {
    const text = context.text(path);
    if (text === undefined) return [];
    const { tree, problems } = parseJson(text);
    for (const { message, span, kind } of problems)
      context.problem({ kind, message, location: { file: path, ...span } });
    const value = tree && valueOf(tree, path);
    const found = (value?.type === 'list' ? value.items : value ? [value] : []).filter(isRuleset);
    const own: Resource[] = [];
    const owner = program('rulesets', path, own);
    for (const body of found) {
      if (!isFilePlace(body.at)) continue;
      const { span } = body.at;
      own.push({
        dialect: 'rulesets',
        type: 'ruleset',
        name: `ruleset ${stringAt(body, 'name') ?? path}`,
        body,
        model: undefined,
        at: { file: path, span: { ...span, endLine: span.startLine, endColumn: span.startColumn + 1 } },
        block: body.at,
        calls: [],
        role: context.roleOf(path),
        program: owner,
      });
    }
    return own;
  });
  return { resources, comments: [], unresolved: [] };
}

/** Rulesets are known by their shape: an enforcement beside rules that each have a type. */
function isRuleset(value: Value): value is ObjectValue {
  if (value.type !== 'object' || stringAt(value, 'enforcement') === undefined) return false;
  const rules = value.entries.get('rules');
  return rules?.type === 'list' && rules.items.every((rule) => rule.type === 'object' && rule.entries.has('type'));
}

function stringAt(value: ObjectValue, key: string): string | undefined {
  const found = value.entries.get(key);
  return found?.type === 'string' ? found.value : undefined;
}
