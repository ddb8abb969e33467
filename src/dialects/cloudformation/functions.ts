import type { UnknownReason } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { child, entriesOf, itemsOf, textOf } from '../../parse/look.ts';
import type { Node } from '../../parse/tree.ts';
import { cidrBlocks } from './cidr.ts';
import type { Scope } from './scope.ts';
import { asJson, asText, bool, dynamic, joined, list, reason, same, text, through, unknown } from './values.ts';

interface Call {
  argument: Node;
  at: Place;
  scope: Scope;
  evaluate(node: Node, scope?: Scope): Value | undefined;
}

type Function = (call: Call) => Value | undefined;

const wrong = (settledBy: string): UnknownReason => ({ code: 'wrong-type', settledBy });

/**
 * The intrinsic functions, each by its page under
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference.html
 */
export const functions: { readonly [name: string]: Function } = {
  Ref: ({ argument, at, scope }) => refer(textOf(argument) ?? '', at, scope),
  Condition: ({ argument, at, scope }) => scope.condition(textOf(argument) ?? '', at),
  'Fn::GetAtt': ({ argument, at, scope, evaluate }) => {
    const parts =
      argument.type === 'sequence'
        ? argument.items.map((item) => asText(evaluate(item) ?? item0(at)) ?? '')
        : (textOf(argument) ?? '').split('.');
    const [logicalId = '', ...attribute] = parts.length > 1 ? parts : [parts[0] ?? '', ''];
    return scope.resource(logicalId, attribute.join('.'), at) ?? missing(logicalId, at);
  },
  'Fn::Sub': ({ argument, at, scope, evaluate }) => {
    const [template, names] = argument.type === 'sequence' ? argument.items : [argument];
    const written = template && textOf(template);
    if (written === undefined) return unknown(wrong('a text with ${names}'), at);
    const own = new Map(entriesOf(names).map(({ key, value }) => [key.text, value]));
    return substituted(written, at, (name) => {
      const node = own.get(name);
      return node ? (evaluate(node) ?? text('', at)) : refer(name, at, scope);
    });
  },
  'Fn::Join': ({ argument, at, evaluate }) => {
    const [delimiter, of] = itemsOf(argument);
    const between = delimiter && evaluate(delimiter);
    const parts = of && evaluate(of);
    if (!between || !parts) return unknown(wrong('a delimiter and a list'), at);
    if (parts.type === 'unknown') return unknown(parts.reason, at);
    const items = parts.type === 'list' ? parts.items : [parts];
    const whole = joined(
      items.flatMap((item, i) => (i === 0 ? [item] : [between, item])),
      at,
    );
    return parts.type === 'list' && !parts.complete && parts.reason ? unknown(parts.reason, at) : whole;
  },
  'Fn::Split': ({ argument, at, evaluate }) => {
    const [delimiter, of] = itemsOf(argument).map((item) => evaluate(item));
    const between = delimiter && asText(delimiter);
    const whole = of && asText(of);
    if (of?.type === 'unknown') return unknown(of.reason, at);
    if (!between || whole === undefined) return unknown(wrong('a delimiter and a text'), at);
    return list(
      whole.split(between).map((part) => text(part, at)),
      at,
    );
  },
  'Fn::Select': ({ argument, at, evaluate }) => {
    const [index, of] = itemsOf(argument).map((item) => evaluate(item));
    const position = index && asText(index);
    if (index?.type === 'unknown') return unknown(index.reason, at);
    if (of?.type === 'unknown') return unknown(of.reason, at);
    if (of?.type !== 'list' || position === undefined) return unknown(wrong('an index and a list'), at);
    const item = of.items[Number(position)];
    if (item) return item;
    return unknown(of.complete || !of.reason ? wrong(`a list with an item ${position}`) : of.reason, at);
  },
  'Fn::FindInMap': findInMap,
  'Fn::If': ({ argument, at, scope, evaluate }) => {
    const [condition, then, otherwise] = itemsOf(argument);
    const name = textOf(condition);
    if (!condition || !then || !otherwise) return unknown(wrong('a condition and two values'), at);
    const holds = name === undefined ? truth(condition, scope, evaluate) : scope.condition(name, at);
    if (holds?.type === 'bool') {
      const chosen = evaluate(holds.value ? then : otherwise);
      return chosen && through(chosen, at);
    }
    const [one, other] = [evaluate(then), evaluate(otherwise)];
    // Whichever it is, it is the same.
    if (one && other && same(one, other) === true) return one;
    return unknown(holds?.type === 'unknown' ? holds.reason : wrong('a condition'), at);
  },
  'Fn::Equals': ({ argument, at, evaluate }) => {
    const [left, right] = itemsOf(argument).map((item) => evaluate(item));
    if (!left || !right) return unknown(wrong('two values'), at);
    const equal = same(left, right);
    if (equal !== undefined) return bool(equal, at);
    const open = [left, right].find((value) => value.type === 'unknown');
    return unknown(open?.type === 'unknown' ? open.reason : wrong('two known values'), at);
  },
  'Fn::Not': ({ argument, at, scope, evaluate }) => {
    const [of] = itemsOf(argument);
    const value = of && truth(of, scope, evaluate);
    return value?.type === 'bool' ? bool(!value.value, at) : (value ?? unknown(wrong('a condition'), at));
  },
  'Fn::And': (call) => all(call, false),
  'Fn::Or': (call) => all(call, true),
  'Fn::Base64': ({ argument, evaluate }) =>
    // The text that it stands for is what says something: nothing reads or compares the encoded one.
    evaluate(argument),
  'Fn::Cidr': ({ argument, at, evaluate }) => {
    const given = itemsOf(argument).map((item) => evaluate(item));
    const open = given.find((value) => value?.type === 'unknown');
    if (open?.type === 'unknown') return unknown(open.reason, at);
    const [block = '', count = '', bits = '8'] = given.map((value) => value && asText(value));
    const blocks = cidrBlocks(block, Number(count), Number(bits));
    if (!blocks) return unknown(wrong('a block, a count of 1 to 256 and a number of bits that fit into it'), at);
    return list(
      blocks.map((each) => text(each, at)),
      at,
    );
  },
  'Fn::GetAZs': ({ at }) => unknown(reason('data-source', 'the zones of the region', 'their names'), at),
  'Fn::ImportValue': ({ argument, at, evaluate }) => {
    const name = evaluate(argument);
    const text = name && asText(name);
    const shown = text === undefined ? 'an export of another stack' : `the export ${text}`;
    return unknown(reason('data-source', shown, 'the stack that exports it'), at);
  },
  'Fn::Transform': ({ argument, at }) =>
    unknown(reason('not-rendered', `macro ${textOf(child(argument, 'Name')) ?? ''}`, 'the template it makes'), at),
  'Fn::Length': ({ argument, at, evaluate }) => {
    const of = evaluate(argument);
    if (of?.type === 'list' && of.complete) return { type: 'number', value: of.items.length, at, via: [] };
    return unknown(
      of?.type === 'unknown' || of?.type === 'list' ? (of.reason ?? wrong('a list')) : wrong('a list'),
      at,
    );
  },
  'Fn::ToJsonString': ({ argument, at, evaluate }) => {
    const of = evaluate(argument);
    if (!of) return unknown(wrong('an object or a list'), at);
    const json = asJson(of);
    if (json !== undefined) return text(JSON.stringify(json), at, { json: of });
    return unknown(reason('not-evaluated', 'a part of it', 'known parts'), at, { json: of });
  },
};

const item0 = (at: Place): Value => text('', at);

/**
 * What is only known when the stack is made:
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html
 */
const pseudo = new Set(['AccountId', 'NotificationARNs', 'Region', 'StackId', 'StackName', 'URLSuffix']);

function refer(name: string, at: Place, scope: Scope): Value | undefined {
  if (name === 'AWS::NoValue') return undefined;
  // China and GovCloud have partitions of their own, in which names mean the same.
  if (name === 'AWS::Partition') return text('aws', at);
  if (name.startsWith('AWS::') && pseudo.has(name.slice(5)))
    return unknown(reason('data-source', name, 'the account and region that it is made in'), at);
  const item = scope.loop.get(name);
  if (item) return item;
  const parameter = scope.parameter(name);
  if (parameter) return through(parameter, at);
  const [logicalId = '', ...attribute] = name.split('.');
  return scope.resource(logicalId, attribute.length > 0 ? attribute.join('.') : undefined, at) ?? missing(name, at);
}

const missing = (name: string, at: Place): Value =>
  unknown(reason('does-not-exist', name, 'a parameter or resource of this name'), at);

/** `${Name}` and `${Resource.Attribute}`; `${!Literal}` is `${Literal}`, and `&{Name}` a loop's item by its letters and digits. */
function substituted(template: string, at: Place, valueOf: (name: string) => Value | undefined): Value {
  const parts: Value[] = [];
  let end = 0;
  for (const match of template.matchAll(/\$\{(!?)\s*([^{}]*?)\s*\}/g)) {
    if (match.index > end) parts.push(dynamic(template.slice(end, match.index), at));
    end = match.index + match[0].length;
    const [, literal, name = ''] = match;
    parts.push(literal ? text(`\${${name}}`, at) : (valueOf(name) ?? text('', at)));
  }
  if (end < template.length || parts.length === 0) parts.push(dynamic(template.slice(end), at));
  return joined(parts, at);
}

/** https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-findinmap.html */
function findInMap({ argument, at, scope, evaluate }: Call): Value | undefined {
  const [map, first, second, more] = itemsOf(argument);
  const fallback = child(more, 'DefaultValue');
  const keys = [map, first, second].map((node) => node && evaluate(node));
  const open = keys.find((key) => key?.type === 'unknown');
  const [mapName, top, inner] = keys.map((key) => key && asText(key));
  const section = mapName === undefined ? undefined : scope.template.mappings.get(mapName);
  if (open?.type === 'unknown') {
    // Whichever key it is, the value may be the same.
    const tops = top === undefined ? entriesOf(section?.value).map(({ value }) => value) : [child(section?.value, top)];
    const found = tops.flatMap((each) => (inner === undefined ? [] : (child(each, inner) ?? [])));
    const values = found.map((node) => evaluate(node));
    const [one] = values;
    const alike = one && found.length === tops.length && values.every((value) => value && same(one, value) === true);
    return alike && !fallback ? through(one, at) : unknown(open.reason, at);
  }
  const node = top === undefined || inner === undefined ? undefined : child(section?.value, top, inner);
  const value = node ? evaluate(node) : fallback && evaluate(fallback);
  if (value) return through(value, at);
  return unknown(reason('does-not-exist', `${mapName}.${top}.${inner}`, 'this key in the mapping'), at);
}

/** `And` is decided by the first false, `Or` by the first true. */
function all({ argument, at, scope, evaluate }: Call, deciding: boolean): Value {
  const values = itemsOf(argument).map((item) => truth(item, scope, evaluate));
  if (values.some((value) => value.type === 'bool' && value.value === deciding)) return bool(deciding, at);
  const open = values.find((value) => value.type !== 'bool');
  return open ?? bool(!deciding, at);
}

/** What a node comes to as a condition: by its name (`Condition: Name`), by a function, or as a text. */
export function truth(node: Node, scope: Scope, evaluate: (node: Node) => Value | undefined): Value {
  const at: Place = { file: scope.template.file, span: node.span };
  const named = node.tag === undefined ? textOf(child(node, 'Condition')) : undefined;
  const value = named === undefined ? evaluate(node) : scope.condition(named, at);
  if (value?.type === 'bool' || value?.type === 'unknown') return value;
  if (value?.type === 'string' && /^(?:true|false)$/i.test(value.value))
    return bool(value.value.toLowerCase() === 'true', value.at);
  return unknown(wrong('a condition'), at);
}
