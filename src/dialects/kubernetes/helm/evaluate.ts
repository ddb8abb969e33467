import type { UnknownReason } from '../../../model/fact.ts';
import type { FilePlace } from '../../../model/place.ts';
import type { Lines } from '../../../parse/lines.ts';
import { spend, Stop, type Budget } from '../../terraform/budget.ts';
import { noteChange, settle, takenBack, together, type Alternative, type Changes } from './alternatives.ts';
import {
  bool,
  known,
  nil,
  noValue,
  ordered,
  plain,
  printed,
  real,
  string,
  textOf,
  truth,
  unknown,
  untold,
  Untold,
  viaOf,
  whole,
  wrongUse,
  type Data,
  type Piece,
  type Source,
  type Text,
} from './data.ts';
import { called } from './functions.ts';
import { parseTemplate, TemplateSyntax, type Operand, type Pipe, type TemplateNode } from './parse.ts';

/** A file of templates; none for a text of the values that is used as one. */
export interface TemplateFile {
  path: string;
  source: string;
  lines: Lines;
}

export interface Named {
  body: readonly TemplateNode[];
  file: TemplateFile | undefined;
}

export interface World {
  budget: Budget;
  defines: ReadonlyMap<string, Named>;
  /** Told where a chart refuses to be rendered. */
  refused(message: string, at: FilePlace | undefined): void;
  /** Filled inside a block of which it isn't known whether it stands there. */
  changes?: Changes;
}

/** How deep templates may call each other. */
const deepest = 60;
const longestText = 4_000_000;

interface Frame {
  dot: Data;
  variables: readonly Map<string, Data>[];
  file: TemplateFile | undefined;
  depth: number;
}
type Signal = 'break' | 'continue' | undefined;

/** What a template comes to with this data. */
export function rendered(named: Named, dot: Data, world: World, depth = 0): readonly Piece[] {
  if (depth > deepest) throw new Stop('too-large', 'templates that call each other less deep');
  const out: Piece[] = [];
  run(named.body, { dot, variables: [new Map([['$', dot]])], file: named.file, depth }, world, out);
  spend(world.budget, out.length);
  if (out.reduce((sum, piece) => sum + piece.text.length, 0) > longestText)
    throw new Stop('too-large', 'a shorter text');
  return out;
}

function run(nodes: readonly TemplateNode[], frame: Frame, world: World, out: Piece[]): Signal {
  for (const node of nodes) {
    spend(world.budget);
    if (out.length > longestText / 16) throw new Stop('too-large', 'a shorter text');
    const signal = runOne(node, frame, world, out);
    if (signal) return signal;
  }
  return undefined;
}

function runOne(node: TemplateNode, frame: Frame, world: World, out: Piece[]): Signal {
  switch (node.type) {
    case 'text':
      spend(world.budget, node.text.length >> 5);
      out.push({ text: node.text, via: [], ...sourceOf(node, frame, true) });
      return undefined;
    case 'break':
    case 'continue':
      return node.type;
    case 'template':
      put(templated(node, frame, world), node, frame, out, true);
      return undefined;
    case 'action': {
      const value = attempted(node.pipe, node, frame, world);
      if (node.pipe.names.length > 0) assign(node.pipe, value, frame);
      else put(asText(value, node, frame, world), node, frame, out, severalLines(node.pipe));
      return undefined;
    }
    case 'range':
      return range(node, frame, world, out);
    default:
      return branch(node, frame, world, out);
  }
}

/** An action whose value can't be worked out is unknown, and the rest of the text stands. */
function attempted(pipe: Pipe, node: TemplateNode, frame: Frame, world: World): Data {
  try {
    return valueOfPipe(pipe, frame, world, node);
  } catch (error) {
    if (error instanceof Untold) return unknown(error.reason);
    throw error;
  }
}

function asText(value: Data, node: TemplateNode, frame: Frame, world: World): Text {
  try {
    return printed(value, world.budget);
  } catch (error) {
    if (error instanceof Untold)
      return textOf([{ text: '', via: [], unknown: { ...error.reason, subject: written(node, frame) } }]);
    throw error;
  }
}

const severalLines = ({ commands }: Pipe): boolean =>
  commands.some(([first]) => first?.type === 'function' && /^(?:n?indent|toYaml|include|tpl)$/.test(first.name));

function put(text: Text, node: TemplateNode, frame: Frame, out: Piece[], lines: boolean): void {
  const here = sourceOf(node, frame, false);
  const call = frame.file && placeOf(here.source!);
  for (const piece of text.pieces) {
    const placed = piece.source
      ? { ...piece, via: call ? [...piece.via, call].slice(0, 8) : piece.via }
      : { ...piece, ...here };
    out.push(piece.unknown && lines ? { ...placed, lines: true } : placed);
  }
}

const sourceOf = ({ start, end }: TemplateNode, { file }: Frame, literal: boolean): { source?: Source } =>
  file ? { source: { file: file.path, lines: file.lines, start, end, literal } } : {};

export const placeOf = ({ file, lines, start, end }: Source): FilePlace => ({ file, span: lines.span(start, end) });

/** The action as it is written, for a person. */
const written = ({ start, end }: TemplateNode, { file }: Frame): string =>
  file ? file.source.slice(start, Math.min(end, start + 80)).split('\n')[0]! : 'a template in the values';

function templated(node: TemplateNode & { type: 'template' }, frame: Frame, world: World): Text {
  const dot = node.pipe ? attempted(node.pipe, node, frame, world) : nil;
  return included(node.name, dot, frame, world);
}

function included(name: string, dot: Data, frame: Frame, world: World): Text {
  const named = world.defines.get(name);
  if (!named)
    return textOf([
      {
        text: '',
        via: [],
        lines: true,
        unknown: { code: 'remote-module', subject: name, settledBy: `the chart that defines "${name}", under charts/` },
      },
    ]);
  return textOf(rendered(named, dot, world, frame.depth + 1));
}

// Blocks.

type Branching = TemplateNode & { type: 'if' | 'with' };

function branch(node: Branching, frame: Frame, world: World, out: Piece[]): Signal {
  for (const [i, { pipe, body }] of node.branches.entries()) {
    const inner: Frame = { ...frame, variables: [...frame.variables, new Map()] };
    const value = attempted(pipe, node, frame, world);
    if (pipe.names.length > 0) assign(pipe, value, inner);
    const is = truth(value);
    if (node.type === 'with' && is !== false) inner.dot = value;
    if (is === undefined)
      return undecided(
        [...node.branches.slice(i).map((other) => other.body), node.otherwise],
        reasonOf(value),
        node,
        inner,
        frame.dot,
        world,
        out,
      );
    if (is) return run(body, inner, world, out);
  }
  return run(node.otherwise, { ...frame, variables: [...frame.variables, new Map()] }, world, out);
}

function range(node: TemplateNode & { type: 'range' }, frame: Frame, world: World, out: Piece[]): Signal {
  const [{ pipe, body }] = node.branches;
  const source = attempted(pipe, node, frame, world);
  const over =
    source.type === 'number' && source.value <= 100_000
      ? Array.from({ length: Math.max(0, source.value) }, (_, i): [number, Data] => [i, whole(i)])
      : source.type === 'list' || source.type === 'map'
        ? ordered(source)
        : source.type === 'nil'
          ? []
          : undefined;
  if (!over) {
    const inner: Frame = { ...frame, dot: unknown(reasonOf(source)), variables: [...frame.variables, new Map()] };
    for (const name of pipe.names) inner.variables.at(-1)!.set(name, inner.dot);
    return undecided([body, node.otherwise], reasonOf(source), node, inner, frame.dot, world, out);
  }
  if (over.length === 0)
    return run(node.otherwise, { ...frame, variables: [...frame.variables, new Map()] }, world, out);
  for (const [key, item] of over) {
    spend(world.budget);
    const variables = [...frame.variables, new Map<string, Data>()];
    const inner: Frame = { ...frame, dot: item, variables };
    const [first, second] = pipe.names;
    const index = typeof key === 'number' ? whole(key) : string(key);
    if (pipe.names.length > 0)
      for (const [name, value] of second === undefined
        ? [[first!, item] as const]
        : [[first!, index] as const, [second, item] as const])
        if (pipe.declares) variables.at(-1)!.set(name, value);
        else change(name, value, inner);
    if (run(body, inner, world, out) === 'break') break;
  }
  return undefined;
}

/**
 * A block of which it isn't known whether it stands there, or how often: whole objects are read as if they did, as a
 * resource with an unknown count is; of other lines only the form is certain. What all alternatives set alike is known.
 */
function undecided(
  bodies: readonly (readonly TemplateNode[])[],
  reason: UnknownReason,
  node: TemplateNode,
  frame: Frame,
  dotOfOthers: Data,
  world: World,
  out: Piece[],
): Signal {
  const shape = alternatives(bodies, reason, node, frame, dotOfOthers, world);
  const text = shape.map(({ text: part, unknown: open }) => (open ? '?' : part)).join('');
  if (/^apiVersion:/m.test(text) && /^kind:/m.test(text)) {
    for (const piece of shape) out.push(piece);
    return undefined;
  }
  if (text.trim() === '') return undefined;
  const here = sourceOf(node, frame, false);
  const [, before = '', line = ''] = /^(\s*\n[ \t]*|)(.*)/.exec(text)!;
  const stands = line.startsWith('- ') ? ['- ', ''] : /^["']?[\w./-]+["']?:(?:\s|$)/.test(line) ? ['', ':'] : ['', ''];
  out.push(
    { text: `${before}${stands[0]}`, via: [], ...here },
    { text: '', via: [], unknown: reason, lines: true, ...here },
    { text: `${stands[1]}${/\n[ \t]*$/.exec(text)?.[0] ?? ''}`, via: [], ...here },
  );
  return undefined;
}

/** Goes each way and leaves variables and maps as all of them have it; returns the text of the first. */
function alternatives(
  bodies: readonly (readonly TemplateNode[])[],
  reason: UnknownReason,
  node: TemplateNode,
  frame: Frame,
  dotOfOthers: Data,
  world: World,
): readonly Piece[] {
  const names = new Set(bodies.flatMap((nodes) => [...changedIn(nodes)]));
  const held = (): Map<string, Data> => new Map([...names].map((name) => [name, variable(name, frame) ?? nil]));
  const before = held();
  const texts: Piece[][] = [];
  const ways = bodies.map((body, i): Alternative => {
    const dot = i === 0 ? frame.dot : dotOfOthers;
    const changes: Changes = new Map();
    const text: Piece[] = [];
    run(
      body,
      { ...frame, dot, variables: [...frame.variables, new Map()] },
      { ...world, changes, refused: () => {} },
      text,
    );
    texts.push(text);
    const variables = held();
    for (const [name, value] of before) change(name, value, frame);
    return { variables, maps: takenBack(changes) };
  });
  for (const { maps } of ways)
    for (const map of maps.keys())
      if (world.changes && !world.changes.has(map)) world.changes.set(map, new Map(map.entries));
  settle(ways, reason, world.budget);
  for (const name of names) {
    const values = ways.map(({ variables }) => variables.get(name)!);
    const all = (a: Data, b: Data): Data => together(a, b, reason, world.budget);
    change(name, node.type === 'range' ? unknown(reason) : values.reduce(all), frame);
  }
  return texts[0]!;
}

function* changedIn(nodes: readonly TemplateNode[]): Iterable<string> {
  for (const node of nodes) {
    if (node.type === 'action' && !node.pipe.declares) yield* node.pipe.names;
    if (node.type === 'if' || node.type === 'with' || node.type === 'range') {
      for (const { body } of node.branches) yield* changedIn(body);
      yield* changedIn(node.otherwise);
    }
  }
}

function reasonOf(value: Data): UnknownReason {
  if (value.type === 'unknown') return value.reason;
  if (value.type === 'map')
    for (const entry of value.entries.values()) if (entry.type === 'unknown') return entry.reason;
  const reason = value.type === 'string' ? plain(value) : '';
  if (typeof reason !== 'string') return reason;
  return { code: 'wrong-type', subject: 'range', settledBy: 'a list or a map to go through' };
}

// Variables.

function assign({ names, declares }: Pipe, value: Data, frame: Frame): void {
  for (const name of names)
    if (declares) frame.variables.at(-1)!.set(name, value);
    else change(name, value, frame);
}

const variable = (name: string, { variables }: Frame): Data | undefined =>
  variables.findLast((names) => names.has(name))?.get(name);

function change(name: string, value: Data, { variables }: Frame): void {
  variables.findLast((names) => names.has(name))?.set(name, value);
}

// Values.

function valueOfPipe(pipe: Pipe, frame: Frame, world: World, node: TemplateNode): Data {
  let value: Data | undefined;
  for (const command of pipe.commands) value = valueOfCommand(command, value, frame, world, node);
  return value ?? nil;
}

function valueOfCommand(
  [first, ...others]: readonly Operand[],
  piped: Data | undefined,
  frame: Frame,
  world: World,
  node: TemplateNode,
): Data {
  spend(world.budget);
  if (first!.type === 'function') return call(first!.name, others, piped, frame, world, node);
  const args = [...others.map((operand) => operandValue(operand, frame, world, node)), ...(piped ? [piped] : [])];
  return operandValue(first!, frame, world, node, args);
}

function call(
  name: string,
  operands: readonly Operand[],
  piped: Data | undefined,
  frame: Frame,
  world: World,
  node: TemplateNode,
): Data {
  if (name === 'and' || name === 'or') return decided(name === 'or', operands, piped, frame, world, node);
  const args = [...operands.map((operand) => operandValue(operand, frame, world, node)), ...(piped ? [piped] : [])];
  if (name === 'include') return included(known(textArgument(args[0], name)), args[1] ?? nil, frame, world);
  if (name === 'tpl') return asTemplate(args, frame, world);
  if (name === 'fail') {
    const message = args[0]?.type === 'string' ? plain(args[0]) : '';
    const here = sourceOf(node, frame, false).source;
    world.refused(typeof message === 'string' ? message : 'the chart refuses these values', here && placeOf(here));
    return string('');
  }
  if (world.changes) noteChange(world.changes, name, args, world.budget);
  return called(name, args, world.budget);
}

/** `and` and `or` give the argument that decides; one that isn't known leaves it open unless a later one settles it. */
function decided(
  wanted: boolean,
  operands: readonly Operand[],
  piped: Data | undefined,
  frame: Frame,
  world: World,
  node: TemplateNode,
): Data {
  let open: Data | undefined;
  let last: Data = nil;
  for (const operand of [...operands, ...(piped ? [piped] : [])]) {
    last = operand === piped ? piped : tried(operand as Operand, frame, world, node);
    const is = truth(last);
    if (is === wanted) return last;
    if (is === undefined) open ??= last;
  }
  return open ?? last;
}

function tried(operand: Operand, frame: Frame, world: World, node: TemplateNode): Data {
  try {
    return operandValue(operand, frame, world, node);
  } catch (error) {
    if (error instanceof Untold) return unknown(error.reason);
    throw error;
  }
}

function textArgument(arg: Data | undefined, name: string): Text {
  if (arg?.type !== 'string') throw wrongUse(name, 'a text');
  return arg;
}

function asTemplate(args: readonly Data[], frame: Frame, world: World): Data {
  const [source, dot = nil] = args;
  if (source?.type === 'unknown') return source;
  if (source?.type === 'nil' && source.missing !== undefined) throw new Untold(noValue(source.missing));
  const text = source?.type === 'string' ? source : printed(source ?? nil, world.budget);
  if (!text.pieces.some((piece) => piece.text.includes('{{'))) return text;
  const via = viaOf(text);
  try {
    const { body, defines } = parseTemplate(known(text));
    const own = new Map([
      ...world.defines,
      ...[...defines].map(([name, nodes]) => [name, { body: nodes, file: undefined }] as const),
    ]);
    const pieces = rendered(
      { body, file: undefined },
      dot,
      defines.size > 0 ? { ...world, defines: own } : world,
      frame.depth + 1,
    );
    return textOf(pieces.map((piece) => ({ ...piece, via: [...piece.via, ...via].slice(0, 8) })));
  } catch (error) {
    if (error instanceof TemplateSyntax)
      throw untold('parse-problem', 'tpl', `a template that can be read: ${error.message}`);
    throw error;
  }
}

function operandValue(
  operand: Operand,
  frame: Frame,
  world: World,
  node: TemplateNode,
  args: readonly Data[] = [],
): Data {
  switch (operand.type) {
    case 'literal': {
      const { value } = operand;
      if (typeof value === 'string') return string(value);
      if (typeof value === 'number') return operand.whole ? whole(value) : real(value);
      return value === null ? nil : bool(value);
    }
    case 'function':
      return call(operand.name, [], undefined, frame, world, node);
    case 'dot':
      return fieldsOf(frame.dot, operand.fields, '', args);
    case 'variable': {
      const found = variable(operand.name, frame);
      if (!found) throw untold('does-not-exist', operand.name, `a variable ${operand.name}`);
      return fieldsOf(found, operand.fields, operand.name === '$' ? '' : operand.name, args);
    }
    case 'pipe':
      return fieldsOf(valueOfPipe(operand.pipe, frame, world, node), operand.fields, '(…)', args);
  }
}

function fieldsOf(start: Data, fields: readonly string[], before: string, args: readonly Data[]): Data {
  let value = start;
  let name = before;
  for (const [i, field] of fields.entries()) {
    if (value.type === 'unknown') return value;
    const above = name;
    name += `.${field}`;
    if (value.type === 'map') {
      const found: Data | undefined = value.entries.get(field) ?? value.method?.(field, []);
      // What the values have no entry for is told by its name; in a map made by a template it is nothing.
      value = found && found.type !== 'nil' ? found : value.from ? { type: 'nil', missing: name } : nil;
    } else if (value.type === 'host') {
      const found: Data | undefined = value.method(field, i === fields.length - 1 ? args : []);
      if (!found) throw untold('not-evaluated', name, `the manifest as it is applied: ${name} is not worked out here`);
      value = found;
    } else if (value.type === 'nil') throw new Untold(noValue(value.missing ?? above));
    else throw untold('wrong-type', name, `a map as ${above || '.'}`);
  }
  return value;
}
