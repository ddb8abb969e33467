import type { Expression } from '../../parse/hcl/ast.ts';
import type { Value } from '../../model/value.ts';
import { boundValue, type Names, type Scope } from './scope.ts';

/** The names that an expression starts its references with. */
function rootsIn(expression: Expression, into: Set<string>): void {
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    if ('type' in part && part.type === 'variable' && 'name' in part) into.add(part.name as string);
    for (const [key, inner] of Object.entries(part)) if (key !== 'span') visit(inner);
  };
  visit(expression);
}

const roots = new WeakMap<Expression, ReadonlySet<string>>();

function rootsOf(expression: Expression): ReadonlySet<string> {
  let found = roots.get(expression);
  if (!found) {
    const names = new Set<string>();
    rootsIn(expression, names);
    // The element of the splat itself.
    names.delete('*');
    roots.set(expression, (found = names));
  }
  return found;
}

const values = new WeakMap<Names, Map<Expression, Value>>();

/**
 * The value of an expression over many items that is the same for all instances of a block, worked out once in a module:
 * `aws_subnet.a[*].id[count.index]` in each of n instances would otherwise cost n times n.
 */
export function onceEach(expression: Expression, scope: Scope, compute: () => Value): Value {
  if (!scope.bound) return compute();
  for (const name of rootsOf(expression)) if (boundValue(scope, name)) return compute();
  let ofModule = values.get(scope.names);
  if (!ofModule) values.set(scope.names, (ofModule = new Map()));
  const there = ofModule.get(expression);
  if (there) return there;
  const value = compute();
  // Within a cycle it is not the value that others see.
  const isCycle = (one: Value): boolean => one.type === 'unknown' && one.reason.code === 'cycle';
  if (!isCycle(value) && !(value.type === 'list' && value.items.some(isCycle))) ofModule.set(expression, value);
  return value;
}
