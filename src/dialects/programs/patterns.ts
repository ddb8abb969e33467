import type { Parameter } from '../../parse/typescript/parse.ts';
import { fields, list, nothing, unknown, type Item } from './items.ts';
import { placeOf, type Frame } from './machine.ts';
import { keyOf } from './keys.ts';

type Pattern = Parameter | Extract<Parameter, { type: 'AssignmentPattern' }>['left'];

/** Gives the names of a pattern their values: new ones, or those that `write` finds. */
export function bind(
  pattern: Pattern,
  value: Item,
  frame: Frame,
  write: (name: string, value: Item) => void = (name, item) => frame.scope.declare(name, item, frame.machine.level),
): void {
  const at = placeOf(frame, pattern);
  switch (pattern.type) {
    case 'Identifier':
      write(pattern.name, value);
      return;
    case 'AssignmentPattern':
      bind(
        pattern.left,
        value.type === 'undefined' ? frame.machine.evaluate(pattern.right, frame) : value,
        frame,
        write,
      );
      return;
    case 'TSParameterProperty':
      bind(pattern.parameter, value, frame, write);
      return;
    case 'RestElement':
      bind(pattern.argument as Pattern, value, frame, write);
      return;
    case 'ArrayPattern':
      pattern.elements.forEach((element, i) => {
        if (!element || element.type === 'VoidPattern') return;
        if (element.type === 'RestElement')
          bind(
            element.argument as Pattern,
            value.type === 'list'
              ? list(value.items.slice(i), value.at, frame.machine.level, value.reason)
              : value.type === 'unknown'
                ? unknown(value.reason, at)
                : nothing(at),
            frame,
            write,
          );
        else bind(element as Pattern, frame.machine.member(value, String(i), at), frame, write);
      });
      return;
    case 'ObjectPattern': {
      const taken = new Set<string>();
      for (const property of pattern.properties) {
        if (property.type === 'RestElement') {
          const rest =
            value.type === 'object'
              ? fields(
                  [...value.entries].filter(([key]) => !taken.has(key)),
                  value.at,
                  frame.machine.level,
                  value.reason,
                )
              : value;
          bind(property.argument as Pattern, rest, frame, write);
          continue;
        }
        const key = keyOf(property, frame) ?? '';
        taken.add(key);
        if (property.value.type !== 'VoidPattern')
          bind(property.value as Pattern, frame.machine.member(value, key, placeOf(frame, property)), frame, write);
      }
      return;
    }
    default:
      return;
  }
}
