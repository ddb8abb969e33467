import type { Expression } from '../../parse/typescript/parse.ts';
import { asText } from './items.ts';
import type { Frame } from './machine.ts';

type Property = Extract<Extract<Expression, { type: 'ObjectExpression' }>['properties'][number], { key: unknown }>;

/** The name of a property; undefined where it is worked out from something unknown. */
export function keyOf({ key, computed }: Pick<Property, 'key' | 'computed'>, frame: Frame): string | undefined {
  if (!computed && key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateName') return `#${key.id.name}`;
  return asText(frame.machine.evaluate(key as Expression, frame));
}
