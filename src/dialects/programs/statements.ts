import type { UnknownReason } from '../../model/fact.ts';
import type { FilePlace } from '../../model/place.ts';
import type { Expression, Statement } from '../../parse/typescript/parse.ts';
import { classOf } from './classes.ts';
import { Environment } from './environment.ts';
import { evaluate } from './expressions.ts';
import { functionOf } from './functions.ts';
import { fields, nothing, notEvaluated, number, same, text, truth, type Item, whyUnknown } from './items.ts';
import { placeOf, type Frame, type Signal } from './machine.ts';
import { bind } from './patterns.ts';

const mostRounds = 1000;

export function execute(statements: readonly Statement[], frame: Frame): Signal | undefined {
  hoist(statements, frame);
  for (const statement of statements) {
    if (frame.machine.exhausted) return undefined;
    const signal = frame.machine.inside(() => one(statement, frame));
    if (signal) return signal;
  }
  return undefined;
}

/** Functions can be called before they are written. */
function hoist(statements: readonly Statement[], frame: Frame): void {
  for (const statement of statements) {
    const declared =
      statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration'
        ? statement.declaration
        : statement;
    if (declared?.type === 'FunctionDeclaration' && declared.id)
      frame.scope.declare(declared.id.name, functionOf(declared, frame, declared.id.name), frame.machine.level);
  }
}

function one(statement: Statement, frame: Frame): Signal | undefined {
  const { machine } = frame;
  const at = placeOf(frame, statement);
  switch (statement.type) {
    case 'ExpressionStatement':
      evaluate(statement.expression, frame);
      return undefined;
    case 'VariableDeclaration':
      for (const { id, init } of statement.declarations) {
        const name = id.type === 'Identifier' ? id.name : '';
        const value = init ? evaluate(init, frame, name) : nothing(at);
        if (id.type !== 'VoidPattern') bind(id, value, frame);
      }
      return undefined;
    case 'ClassDeclaration':
      if (statement.id) frame.scope.declare(statement.id.name, classOf(statement, frame), machine.level);
      return undefined;
    case 'ExportNamedDeclaration':
      return statement.declaration ? one(statement.declaration, frame) : undefined;
    case 'ExportDefaultDeclaration': {
      const { declaration } = statement;
      if (declaration.type === 'FunctionDeclaration')
        frame.scope.declare('default', functionOf(declaration, frame, declaration.id?.name ?? 'default'), 0);
      else if (declaration.type === 'ClassDeclaration') {
        const made = classOf(declaration, frame);
        frame.scope.declare('default', made, 0);
        if (declaration.id) frame.scope.declare(declaration.id.name, made, 0);
      } else if (declaration.type !== 'TSDeclareFunction')
        frame.scope.declare('default', evaluate(declaration as Expression, frame), 0);
      return undefined;
    }
    case 'TSExportAssignment':
      frame.scope.declare('default', evaluate(statement.expression, frame), 0);
      return undefined;
    case 'BlockStatement':
      return execute(statement.body, within(frame));
    case 'IfStatement':
      return branches(
        evaluate(statement.test, frame),
        () => one(statement.consequent, within(frame)),
        () => (statement.alternate ? one(statement.alternate, within(frame)) : undefined),
        frame,
      );
    case 'ReturnStatement':
      return { type: 'return', value: statement.argument ? evaluate(statement.argument, frame) : nothing(at) };
    case 'ThrowStatement':
      if (statement.argument) evaluate(statement.argument, frame);
      return { type: 'throw' };
    case 'BreakStatement':
      return { type: 'break', label: statement.label?.name };
    case 'ContinueStatement':
      return { type: 'continue', label: statement.label?.name };
    case 'LabeledStatement': {
      const signal = one(statement.body, frame);
      return signal && 'label' in signal && signal.label === statement.label.name ? undefined : signal;
    }
    case 'TryStatement': {
      const tried = one(statement.block, frame);
      const signal = tried?.type === 'throw' && statement.handler ? caught(statement.handler, frame) : tried;
      return (statement.finalizer && one(statement.finalizer, frame)) ?? signal;
    }
    case 'SwitchStatement':
      return choose(statement, frame);
    case 'ForOfStatement':
      return forEach(statement, itemsOf(evaluate(statement.right, frame), at), frame);
    case 'ForInStatement':
      return forEach(statement, keysOf(evaluate(statement.right, frame), at), frame);
    case 'ForStatement': {
      const inner = within(frame);
      if (statement.init)
        if (statement.init.type === 'VariableDeclaration') one(statement.init, inner);
        else evaluate(statement.init, inner);
      return loop(statement.test, statement.body, statement.update, inner);
    }
    case 'WhileStatement':
      return loop(statement.test, statement.body, undefined, frame);
    case 'DoWhileStatement':
      return ended(one(statement.body, frame)) ?? loop(statement.test, statement.body, undefined, frame);
    case 'TSEnumDeclaration':
      frame.scope.declare(statement.id.name, enumOf(statement, frame), machine.level);
      return undefined;
    case 'TSModuleDeclaration':
      if (statement.body?.type === 'TSModuleBlock' && statement.id.type === 'Identifier') {
        const inner = within(frame);
        execute(statement.body.body, inner);
        const members = [...inner.scope.variables].map(([name, { value }]) => [name, value] as const);
        frame.scope.declare(statement.id.name, fields(members, at, machine.level), machine.level);
      }
      return undefined;
    default:
      // Imports are bound when a file is loaded; types say nothing about values.
      return undefined;
  }
}

export const within = (frame: Frame): Frame => ({ ...frame, scope: new Environment(frame.scope) });

/** The one that is taken, or both of them where that isn't known. */
function branches(
  test: Item,
  then: () => Signal | undefined,
  otherwise: () => Signal | undefined,
  frame: Frame,
): Signal | undefined {
  const holds = truth(test);
  if (holds !== undefined) return holds ? then() : otherwise();
  const why = whyUnknown(test);
  const one = doubted(then, why, frame);
  const other = doubted(otherwise, why, frame);
  // Whichever it is, nothing behind it is reached.
  if (one?.type === 'return' && other?.type === 'return') {
    frame.results.perhaps.pop();
    return one;
  }
  return one?.type === 'throw' && other?.type === 'throw' ? one : undefined;
}

function doubted(work: () => Signal | undefined, why: UnknownReason, frame: Frame): Signal | undefined {
  const signal = frame.machine.perhaps(why, work);
  if (signal?.type !== 'return') return signal;
  frame.results.perhaps.push(signal.value);
  frame.results.reason ??= why;
  return signal;
}

function caught(handler: NonNullable<Extract<Statement, { type: 'TryStatement' }>['handler']>, frame: Frame) {
  const inner = within(frame);
  if (handler.param) bind(handler.param, notEvaluated('an error', placeOf(frame, handler)), inner);
  return execute(handler.body.body, inner);
}

/** What ends a loop, seen from outside of it. */
const ended = (signal: Signal | undefined): Signal | undefined =>
  signal && 'label' in signal && signal.label === undefined ? undefined : signal;

const stops = (signal: Signal | undefined): boolean =>
  signal !== undefined && !(signal.type === 'continue' && signal.label === undefined);

interface Items {
  items: readonly Item[];
  reason?: UnknownReason;
}

function itemsOf(over: Item, at: FilePlace): Items {
  if (over.type === 'list') return { items: [...over.items], ...(over.reason && { reason: over.reason }) };
  if (over.type === 'string') return { items: [...over.value].map((letter) => text(letter, at)) };
  return { items: [], reason: whyUnknown(over) };
}

function keysOf(over: Item, at: FilePlace): Items {
  if (over.type === 'object')
    return { items: [...over.entries.keys()].map((key) => text(key, at)), ...(over.reason && { reason: over.reason }) };
  if (over.type === 'list') return { items: over.items.map((_, i) => text(String(i), at)) };
  return { items: [], reason: whyUnknown(over) };
}

function forEach(
  { left, body }: Extract<Statement, { type: 'ForOfStatement' | 'ForInStatement' }>,
  over: Items,
  frame: Frame,
): Signal | undefined {
  const round = (item: Item): Signal | undefined => {
    const inner = within(frame);
    if (left.type === 'VariableDeclaration') {
      const [declared] = left.declarations;
      if (declared && declared.id.type !== 'VoidPattern') bind(declared.id, item, inner);
    } else if (left.type === 'Identifier') {
      const variable = inner.scope.find(left.name);
      if (variable) frame.machine.assign(variable, item);
    }
    return one(body, inner);
  };
  for (const item of over.items.slice(0, mostRounds)) {
    if (frame.machine.exhausted) return undefined;
    const signal = round(item);
    if (stops(signal)) return ended(signal);
  }
  if (over.reason) {
    const why = over.reason;
    doubted(() => round({ type: 'unknown', reason: why, at: placeOf(frame, left), via: [] }), why, frame);
  }
  return undefined;
}

function loop(
  test: Expression | null | undefined,
  body: Statement,
  update: Expression | null | undefined,
  frame: Frame,
): Signal | undefined {
  for (let round = 0; round < mostRounds && !frame.machine.exhausted; round++) {
    const condition = test ? evaluate(test, frame) : undefined;
    const holds = condition ? truth(condition) : true;
    if (holds === false) return undefined;
    if (holds === undefined) {
      doubted(() => one(body, within(frame)), whyUnknown(condition!), frame);
      return undefined;
    }
    const signal = one(body, within(frame));
    if (stops(signal)) return ended(signal);
    if (update) evaluate(update, frame);
  }
  return undefined;
}

function choose(statement: Extract<Statement, { type: 'SwitchStatement' }>, frame: Frame): Signal | undefined {
  const inner = within(frame);
  const of = evaluate(statement.discriminant, frame);
  const { cases } = statement;
  const equal = cases.map(({ test }) => (test ? same(of, evaluate(test, inner)) : false));
  const uncertain = equal.indexOf(undefined);
  const certain = equal.indexOf(true);
  const from = (start: number): Signal | undefined => {
    for (const { consequent } of cases.slice(start)) {
      const signal = execute(consequent, inner);
      if (signal) return signal.type === 'break' ? ended(signal) : signal;
    }
    return undefined;
  };
  if (uncertain < 0 || (certain >= 0 && certain < uncertain)) {
    const fallback = cases.findIndex(({ test }) => !test);
    const start = certain >= 0 ? certain : fallback;
    return start < 0 ? undefined : from(start);
  }
  const open = cases.flatMap((_, i) => (equal[i] === false && cases[i]?.test ? [] : [i]));
  const signals = open.map((i) => doubted(() => from(i), whyUnknown(of), frame));
  const whole = cases.some(({ test }) => !test) && signals.length > 0;
  if (!whole || !signals.every((signal) => signal?.type === 'return')) return undefined;
  frame.results.perhaps.pop();
  return signals.at(-1);
}

function enumOf(statement: Extract<Statement, { type: 'TSEnumDeclaration' }>, frame: Frame): Item {
  let next = 0;
  const members = statement.members ?? statement.body?.members ?? [];
  return fields(
    members.map(({ id, initializer }) => {
      const at = placeOf(frame, id);
      const value = initializer ? evaluate(initializer, frame) : number(next, at);
      next = value.type === 'number' ? value.value + 1 : next + 1;
      return [id.type === 'Identifier' ? id.name : id.value, value] as const;
    }),
    placeOf(frame, statement),
  );
}
