import type { UnknownReason } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import type { MappingNode, Node } from '../../parse/tree.ts';
import { functions } from './functions.ts';
import { expandLoop, isLoop } from './loops.ts';
import type { Scope } from './scope.ts';
import { dynamic, list, object, reason, unknown } from './values.ts';

const deepest = 100;
const tooLarge: UnknownReason = { code: 'too-large', settledBy: 'a smaller template' };

/** What a node comes to. `undefined` is `AWS::NoValue`: as if nothing were written there. */
export function evaluate(node: Node, scope: Scope, depth = 0): Value | undefined {
  const { file } = scope.template;
  const at: Place = { file, span: node.span };
  if (--scope.budget.left < 0 || depth > deepest) return unknown(tooLarge, at);
  const call = callOf(node);
  if (call) {
    const evaluateArgument = (argument: Node, inner: Scope = scope) => evaluate(argument, inner, depth + 1);
    const known = functions[call.name];
    if (known) return known({ argument: call.argument, at, scope, evaluate: evaluateArgument });
    return unknown(reason('not-evaluated', call.name, 'a value instead of this function'), at);
  }
  if (node.type === 'sequence') {
    const items = node.items.flatMap((item) => evaluate(item, scope, depth + 1) ?? []);
    return list(items, at);
  }
  if (node.type === 'mapping') return objectOf(node, scope, depth, at);
  const { value } = node;
  if (typeof value === 'string') return dynamic(value, at);
  if (typeof value === 'number') return { type: 'number', value, at, via: [] };
  if (typeof value === 'boolean') return { type: 'bool', value, at, via: [] };
  return { type: 'null', at, via: [] };
}

function objectOf(node: MappingNode, scope: Scope, depth: number, at: Place): Value {
  const entries = new Map<string, Value>();
  const keys = new Map<string, Place>();
  let incomplete: UnknownReason | undefined;
  for (const entry of node.entries) {
    const copies = isLoop(entry.key.text) ? expandLoop(entry, scope, evaluate) : { entries: [{ ...entry, scope }] };
    incomplete ??= copies.reason;
    for (const { key, value, scope: inner } of copies.entries) {
      const worked = evaluate(value, inner, depth + 1);
      if (!worked) continue;
      entries.set(key.text, worked);
      keys.set(key.text, { file: scope.template.file, span: key.span });
    }
  }
  return { ...object(entries, at, incomplete), keys };
}

interface Call {
  name: string;
  argument: Node;
}

/** `!Sub …` and `Fn::Sub: …` are the same call. */
function callOf(node: Node): Call | undefined {
  const tag = node.tag?.startsWith('!') && !node.tag.startsWith('!!') ? node.tag.slice(1) : undefined;
  if (tag) {
    const { tag: _tag, ...argument } = node;
    return { name: tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`, argument };
  }
  if (node.type !== 'mapping' || node.entries.length !== 1) return undefined;
  const [{ key, value }] = node.entries as [MappingNode['entries'][number]];
  return key.text === 'Ref' || (key.text.startsWith('Fn::') && !isLoop(key.text))
    ? { name: key.text, argument: value }
    : undefined;
}
