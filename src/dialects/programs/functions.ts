import type { FunctionNode } from '../../parse/typescript/parse.ts';
import { Environment } from './environment.ts';
import { list, notEvaluated, nothing, oneOf, tooLarge, type Callable, type Class, type Item } from './items.ts';
import { placeOf, type Frame } from './machine.ts';
import { bind } from './patterns.ts';

/** A function with the names that it sees. Arrow functions keep `this`. */
export function functionOf(
  node: FunctionNode,
  frame: Frame,
  name: string,
  home: Class | undefined = frame.home,
): Callable {
  const { machine } = frame;
  const arrow = node.type === 'ArrowFunctionExpression';
  const run = (args: readonly Item[], self: Item | undefined): Item => {
    const at = placeOf(frame, node);
    if (node.generator) return notEvaluated(`${name || 'a'} generator`, at);
    const inner: Frame = {
      ...frame,
      scope: new Environment(frame.scope),
      self: arrow ? frame.self : self,
      home,
      results: { perhaps: [] },
    };
    bindParameters(node, args, inner);
    return bodyOf(node, inner);
  };
  return {
    type: 'function',
    name: name || 'a function',
    at: placeOf(frame, node),
    call: (args, at, self) => {
      machine.used.add(node);
      const given = machine.inside(() => (name === '' ? run(args, self) : machine.called(at, () => run(args, self))));
      return given ?? tooLarge(at);
    },
  };
}

export function bindParameters(node: FunctionNode, args: readonly Item[], frame: Frame): void {
  node.params.forEach((parameter, i) => {
    const at = placeOf(frame, parameter);
    if (parameter.type === 'RestElement') bind(parameter, list(args.slice(i), at, frame.machine.level), frame);
    else bind(parameter, args[i] ?? nothing(at), frame);
  });
}

export function bodyOf(node: FunctionNode, frame: Frame): Item {
  const at = placeOf(frame, node);
  if (node.body.type !== 'BlockStatement') return frame.machine.evaluate(node.body, frame);
  const signal = frame.machine.execute(node.body.body, frame);
  const { perhaps, reason } = frame.results;
  const last =
    signal?.type === 'return'
      ? signal.value
      : signal?.type === 'throw'
        ? notEvaluated('a function that throws', at)
        : nothing(at);
  return reason ? oneOf([...perhaps, ...(signal?.type === 'throw' ? [] : [last])], reason, last.at) : last;
}
