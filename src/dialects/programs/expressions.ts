import type { UnknownReason } from '../../model/fact.ts';
import type { FilePlace } from '../../model/place.ts';
import type { Expression } from '../../parse/typescript/parse.ts';
import { callMethod, callValue, construct } from './calls.ts';
import { copyInto } from './copy.ts';
import { classOf, constructBase, methodOf } from './classes.ts';
import { functionOf } from './functions.ts';
import { globalNames } from './globals.ts';
import {
  asText,
  bool,
  fields,
  joined,
  list,
  notEvaluated,
  nothing,
  number,
  oneOf,
  same,
  text,
  through,
  tooLarge,
  truth,
  unknown,
  type Fields,
  type Item,
  whyUnknown,
} from './items.ts';
import { placeOf, type Frame } from './machine.ts';
import { keyOf } from './keys.ts';
import { memberOf } from './members.ts';
import { operate } from './operators.ts';
import { bind } from './patterns.ts';

/** What an expression comes to. `name`: what a function or class without a name is called after. */
export function evaluate(node: Expression, frame: Frame, name = ''): Item {
  return frame.machine.inside(() => worked(node, frame, name)) ?? tooLarge(placeOf(frame, node));
}

type Of<T extends Expression['type']> = Extract<Expression, { type: T }>;

function worked(node: Expression, frame: Frame, name: string): Item {
  const { machine } = frame;
  const at = placeOf(frame, node);
  switch (node.type) {
    case 'StringLiteral':
      return text(node.value, at);
    case 'NumericLiteral':
      return number(node.value, at);
    case 'BooleanLiteral':
      return bool(node.value, at);
    case 'NullLiteral':
      return { type: 'null', at, via: [] };
    case 'TemplateLiteral':
      return templateOf(node, frame);
    case 'TaggedTemplateExpression': {
      const tag = evaluate(node.tag, frame);
      // `pulumi.interpolate` and its like make the text that is written.
      const whole = templateOf(node.quasi, frame);
      return tag.type === 'symbol' && tag.path.at(-1) === 'interpolate' ? whole : notEvaluated('a tagged template', at);
    }
    case 'Identifier':
      return named(node.name, at, frame);
    case 'ThisExpression':
      return frame.self ?? nothing(at);
    case 'ArrayExpression':
      return listOf(node, frame);
    case 'ObjectExpression':
      return objectOf(node, frame);
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return functionOf(node, frame, (node.type === 'FunctionExpression' && node.id?.name) || name);
    case 'ClassExpression':
      return classOf(node, frame, node.id?.name ?? (name || 'a class'));
    case 'MemberExpression':
    case 'OptionalMemberExpression':
      return member(node, frame);
    case 'CallExpression':
    case 'OptionalCallExpression':
      return callOf(node, frame);
    case 'NewExpression':
      return construct(
        evaluate(node.callee as Expression, frame),
        spread(node.arguments, frame),
        placeOf(frame, node.callee),
        at,
        machine,
      );
    case 'ConditionalExpression': {
      const test = evaluate(node.test, frame);
      const holds = truth(test);
      if (holds !== undefined) return through(evaluate(holds ? node.consequent : node.alternate, frame), at);
      const why = whyUnknown(test);
      const both = [node.consequent, node.alternate].map((one) => machine.perhaps(why, () => evaluate(one, frame)));
      return oneOf(both, why, at);
    }
    case 'LogicalExpression':
      return logical(node, frame);
    case 'BinaryExpression':
      return node.left.type === 'PrivateName'
        ? notEvaluated('in', at)
        : operate(node.operator, evaluate(node.left, frame), evaluate(node.right, frame), at);
    case 'UnaryExpression':
      return unary(node, frame);
    case 'UpdateExpression': {
      const before = evaluate(node.argument, frame);
      const after = operate(node.operator === '++' ? '+' : '-', before, number(1, at), at);
      write(node.argument, after, frame);
      return node.prefix ? after : before;
    }
    case 'AssignmentExpression':
      return assignment(node, frame);
    case 'SequenceExpression':
      return node.expressions.map((one) => evaluate(one, frame)).at(-1) ?? nothing(at);
    case 'AwaitExpression':
      return evaluate(node.argument, frame);
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
    case 'TSTypeAssertion':
    case 'TSInstantiationExpression':
      return evaluate(node.expression, frame, name);
    case 'ImportExpression':
      return machine.load(frame.file, asText(evaluate(node.source, frame)) ?? '', at);
    default:
      return notEvaluated(node.type, at);
  }
}

function named(name: string, at: FilePlace, frame: Frame): Item {
  if (name === 'undefined') return nothing(at);
  const variable = frame.scope.find(name);
  if (variable) return through(variable.value, at);
  if (globalNames.has(name)) return { type: 'symbol', package: '', path: [name], at };
  return notEvaluated(name, at);
}

function templateOf(node: Of<'TemplateLiteral'>, frame: Frame): Item {
  const at = placeOf(frame, node);
  const parts = node.quasis.flatMap((quasi, i): Item[] => {
    const expression = node.expressions[i];
    const written = text(quasi.value.cooked ?? quasi.value.raw, at);
    return expression ? [written, evaluate(expression as Expression, frame)] : [written];
  });
  return joined(parts, at);
}

type Elements = readonly (Of<'ArrayExpression'>['elements'][number] | Of<'NewExpression'>['arguments'][number])[];

const longestList = 10_000;

/** Items, with what `...` stands for, and why there may be more of them. */
function spreadOf(elements: Elements, frame: Frame): { items: Item[]; reason?: UnknownReason } {
  const items: Item[] = [];
  let reason: UnknownReason | undefined;
  for (const element of elements) {
    if (element?.type === 'SpreadElement') {
      const of = evaluate(element.argument, frame);
      const fits = of.type === 'list' && items.length + of.items.length <= longestList;
      if (fits && frame.machine.spend(of.items.length)) items.push(...of.items);
      reason ??= fits ? of.reason : whyUnknown(of.type === 'list' ? tooLarge(of.at) : of);
    } else if (element && element.type !== 'ArgumentPlaceholder') items.push(evaluate(element as Expression, frame));
  }
  return { items, ...(reason && { reason }) };
}

const spread = (elements: Elements, frame: Frame): Item[] => spreadOf(elements, frame).items;

function listOf(node: Of<'ArrayExpression'>, frame: Frame): Item {
  const { items, reason } = spreadOf(node.elements, frame);
  return list(items, placeOf(frame, node), frame.machine.level, reason);
}

function objectOf(node: Of<'ObjectExpression'>, frame: Frame): Fields {
  const { machine } = frame;
  const made = fields([], placeOf(frame, node), machine.level);
  for (const property of node.properties) {
    const at = placeOf(frame, property);
    if (property.type === 'SpreadElement') {
      copyInto(made, evaluate(property.argument, frame), at, machine);
      continue;
    }
    const key = keyOf(property, frame);
    const value =
      property.type === 'ObjectMethod'
        ? functionOf(property, frame, key ?? '')
        : evaluate(property.value as Expression, frame, key);
    if (key === undefined) {
      made.reason ??= whyUnknown(evaluate(property.key as Expression, frame));
      continue;
    }
    if (property.type === 'ObjectMethod' && property.kind !== 'method') continue;
    made.entries.set(key, value);
    made.keys.set(key, placeOf(frame, property.key));
  }
  return made;
}

function member(node: Of<'MemberExpression' | 'OptionalMemberExpression'>, frame: Frame): Item {
  const at = placeOf(frame, node);
  if (node.object.type === 'Super') {
    const key = keyOf({ key: node.property as never, computed: node.computed }, frame) ?? '';
    const base = frame.home?.base;
    const self = frame.self;
    const method = base?.type === 'class' ? methodOf(base, key, 'method') : undefined;
    return method
      ? { ...method, call: (args, place) => method.call(args, place, self) }
      : notEvaluated(`super.${key}`, at);
  }
  const of = evaluate(node.object, frame);
  if (node.type === 'OptionalMemberExpression' && (of.type === 'undefined' || of.type === 'null')) return nothing(at);
  const key = keyOf({ key: node.property as never, computed: node.computed }, frame);
  if (key !== undefined) return through(memberOf(of, key, at, frame.machine), at);
  if (of.type === 'unknown') return of;
  return unknown(whyUnknown(evaluate(node.property as Expression, frame)), at);
}

function callOf(node: Of<'CallExpression' | 'OptionalCallExpression'>, frame: Frame): Item {
  const { machine } = frame;
  const { callee } = node;
  const at = placeOf(frame, node);
  if (callee.type === 'V8IntrinsicIdentifier') return notEvaluated('a call', at);
  if (callee.type === 'Import') return machine.load(frame.file, asText(spread(node.arguments, frame)[0]) ?? '', at);
  if (callee.type === 'Super') {
    const args = spread(node.arguments, frame);
    if (frame.home && frame.self?.type === 'instance') constructBase(frame.home, frame.self, args, machine);
    return nothing(at);
  }
  const isMember = callee.type === 'MemberExpression' || callee.type === 'OptionalMemberExpression';
  if (isMember && callee.object.type !== 'Super') {
    const of = evaluate(callee.object, frame);
    if ((of.type === 'undefined' || of.type === 'null') && callee.type === 'OptionalMemberExpression')
      return nothing(at);
    const key = keyOf({ key: callee.property as never, computed: callee.computed }, frame);
    const args = spread(node.arguments, frame);
    if (key === undefined) return callValue(notEvaluated('a method', at), args, at, machine);
    return callMethod(of, key, args, at, machine);
  }
  if (callee.type === 'Identifier' && callee.name === 'require' && !frame.scope.find('require'))
    return machine.load(frame.file, asText(spread(node.arguments, frame)[0]) ?? '', at);
  const called = evaluate(callee as Expression, frame);
  if (called.type === 'undefined' && node.type === 'OptionalCallExpression') return nothing(at);
  return callValue(called, spread(node.arguments, frame), at, machine);
}

function logical(node: Of<'LogicalExpression'>, frame: Frame): Item {
  const at = placeOf(frame, node);
  const left = evaluate(node.left, frame);
  const decided = node.operator === '??' ? isSet(left) : node.operator === '||' ? truth(left) : opposite(truth(left));
  if (decided === true) return left;
  if (decided === false) return evaluate(node.right, frame);
  const why = whyUnknown(left);
  const right = frame.machine.perhaps(why, () => evaluate(node.right, frame));
  // Where the left side has no value in the repository, what stands behind it is no more than one of the possibilities.
  return oneOf([node.operator === '&&' && right.type === 'object' ? fields([], at) : left, right], why, at);
}

const opposite = (holds: boolean | undefined): boolean | undefined => (holds === undefined ? undefined : !holds);

const isSet = (item: Item): boolean | undefined =>
  item.type === 'undefined' || item.type === 'null'
    ? false
    : item.type === 'unknown'
      ? item.prefix || item.references?.length
        ? true
        : undefined
      : item.type === 'symbol' && item.args
        ? undefined
        : true;

function unary(node: Of<'UnaryExpression'>, frame: Frame): Item {
  const at = placeOf(frame, node);
  const of = evaluate(node.argument, frame);
  switch (node.operator) {
    case '!': {
      const holds = truth(of);
      return holds === undefined
        ? unknown(whyUnknown(of), at)
        : { ...bool(!holds, at), via: 'via' in of ? of.via : [] };
    }
    case '-':
      return of.type === 'number' ? number(-of.value, at) : unknown(whyUnknown(of), at);
    case '+':
      return of.type === 'number' || of.type === 'string' ? number(Number(of.value), at) : unknown(whyUnknown(of), at);
    case 'void':
      return nothing(at);
    case 'typeof':
      return typeOf(of, at);
    case 'delete':
      if (node.argument.type === 'MemberExpression') write(node.argument, nothing(at), frame);
      return bool(true, at);
    default:
      return notEvaluated(node.operator, at);
  }
}

function typeOf(of: Item, at: FilePlace): Item {
  if (of.type === 'unknown' || of.type === 'symbol') return unknown(whyUnknown(of), at);
  if (of.type === 'bool') return text('boolean', at);
  if (of.type === 'class') return text('function', at);
  const plain = ['string', 'number', 'undefined', 'function'];
  return text(plain.includes(of.type) ? of.type : 'object', at);
}

function assignment(node: Of<'AssignmentExpression'>, frame: Frame): Item {
  const { left, operator } = node;
  const at = placeOf(frame, node);
  if (operator === '=') {
    const value = evaluate(node.right, frame, left.type === 'Identifier' ? left.name : '');
    write(left, value, frame);
    return value;
  }
  const before = evaluate(left as Expression, frame);
  if (operator === '??=' || operator === '||=' || operator === '&&=') {
    const decided = operator === '??=' ? isSet(before) : operator === '||=' ? truth(before) : opposite(truth(before));
    if (decided === true) return before;
    const value = evaluate(node.right, frame);
    const after = decided === false ? value : oneOf([before, value], whyUnknown(before), at);
    write(left, after, frame);
    return after;
  }
  const after = operate(operator.slice(0, -1), before, evaluate(node.right, frame), at);
  write(left, after, frame);
  return after;
}

function write(target: Of<'AssignmentExpression'>['left'] | Expression, value: Item, frame: Frame): void {
  const { machine } = frame;
  switch (target.type) {
    case 'Identifier': {
      const variable = frame.scope.find(target.name);
      if (variable) machine.assign(variable, value);
      return;
    }
    case 'MemberExpression': {
      const of = target.object.type === 'Super' ? frame.self : evaluate(target.object, frame);
      const key = keyOf({ key: target.property as never, computed: target.computed }, frame);
      if (of && key !== undefined) writeMember(of, key, value, placeOf(frame, target.property), frame);
      return;
    }
    case 'ArrayPattern':
    case 'ObjectPattern':
      bind(target, value, frame, (name, item) => {
        const variable = frame.scope.find(name);
        if (variable) machine.assign(variable, item);
      });
      return;
    case 'TSAsExpression':
    case 'TSNonNullExpression':
    case 'ParenthesizedExpression':
      write(target.expression, value, frame);
      return;
    default:
      return;
  }
}

function writeMember(of: Item, key: string, value: Item, at: FilePlace, frame: Frame): void {
  const { machine } = frame;
  if (of.type === 'object') {
    if (same(value, nothing(at)) === true && machine.level <= of.level) of.entries.delete(key);
    else machine.setField(of, key, value, at);
  } else if (of.type === 'instance') {
    const setter = of.class && methodOf(of.class, key, 'set');
    if (setter) setter.call([value], at, of);
    else {
      machine.setField(of, key, value);
      of.told.push({ method: `${key}=`, args: [value], at });
    }
  } else if (of.type === 'class') of.statics.set(key, value);
  else if (of.type === 'list' && /^\d+$/.test(key) && Number(key) <= of.items.length) of.items[Number(key)] = value;
  else if (of.type === 'symbol' && of.path.join('.') === 'module.exports') exported(key, value, frame);
}

/** `exports.name = …`: as if it were exported by name. */
const exported = (key: string, value: Item, frame: Frame): void => {
  let scope = frame.scope;
  while (scope.parent) scope = scope.parent;
  scope.declare(key, value, 0);
};
