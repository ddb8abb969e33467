import { parseYaml } from '../../parse/yaml/parse.ts';
import { fileStart } from '../../model/place.ts';
import type { ObjectValue } from '../../model/value.ts';
import type { DialectContext } from '../dialect.ts';
import { valueOf } from '../tree-value.ts';
import type { Stated } from './read.ts';
import { asFlowYaml } from './renovate-text.ts';

/** The file's configuration, or the `renovate` key of package.json; nothing where that has none. */
export function readRenovate(path: string, text: string, context: DialectContext): Stated[] {
  if (path === 'package.json' && !/"renovate"\s*:/.test(text)) return [];
  // An empty file stands for the defaults: the bot is on.
  const { tree, problems } = parseYaml(text.trim() === '' ? '{}' : asFlowYaml(text));
  for (const { message, span, kind } of problems) context.problem({ kind, message, location: { file: path, ...span } });
  const file = valueOf(tree[0]?.root, path);
  if (file?.type !== 'object') return [];
  const own = path === 'package.json' ? file.entries.get('renovate') : file;
  if (own?.type !== 'object') return [];
  const at = fileStart(path);
  const block = 'file' in own.at ? own.at : at;
  return [
    {
      type: 'renovate',
      name: path === 'package.json' ? 'renovate of package.json' : path,
      body: own,
      model: undefined,
      at,
      block,
    },
    ...hostRules(own).map((body, index): Stated => ({
      type: 'renovate-host',
      name: `host rule ${index + 1} of ${path}`,
      body,
      model: undefined,
      at: 'file' in body.at ? body.at : at,
    })),
  ];
}

function hostRules(own: ObjectValue): ObjectValue[] {
  const rules = own.entries.get('hostRules');
  return rules?.type === 'list' ? rules.items.filter((rule): rule is ObjectValue => rule.type === 'object') : [];
}
