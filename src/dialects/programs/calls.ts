import type { FilePlace } from '../../model/place.ts';
import { emptyInstance, instantiate, methodOf } from './classes.ts';
import { callGlobal } from './globals.ts';
import {
  fields,
  list,
  notEvaluated,
  reason,
  unknown,
  withReferences,
  type Instance,
  type Item,
  type Symbolic,
  whyUnknown,
} from './items.ts';
import type { Maker } from './library.ts';
import type { Machine } from './machine.ts';
import { memberOf } from './members.ts';
import { methods } from './methods.ts';

/** What a library may ask of a machine. */
export const makerOf = (machine: Machine): Maker => ({
  call: (callee, args, at) => callValue(callee, args, at, machine),
  make: (symbol, args, at, block) => made(symbol, args, at, block, machine),
  unique: (name) => machine.unique(name),
  owner: () => machine.owners.at(-1),
  unresolved: (name, at, settledBy) => machine.unresolved(name, at, settledBy),
});

export function callValue(callee: Item, args: readonly Item[], at: FilePlace, machine: Machine): Item {
  switch (callee.type) {
    case 'function':
      return callee.call(args, at);
    case 'symbol': {
      const answer =
        callee.package === ''
          ? callGlobal(callee, args, at, machine)
          : machine.library.owns(callee.package)
            ? machine.library.call(callee, args, at, machine.maker)
            : undefined;
      if (answer) return answer;
      callbacks(args, at, machine);
      return callee.path.length > 20
        ? notEvaluated('a chain of calls', at)
        : { type: 'symbol', package: callee.package, path: callee.path, args, at };
    }
    default:
      callbacks(args, at, machine);
      return callee.type === 'unknown'
        ? withReferences(unknown(callee.reason, at), callee.references ?? [])
        : notEvaluated('a call', at);
  }
}

export function callMethod(of: Item, name: string, args: readonly Item[], at: FilePlace, machine: Machine): Item {
  if (name === 'apply' || name === 'then') {
    // Of an output or a promise: the function is given what it comes to. Of a function, it is called.
    const [callback] = args;
    if (of.type === 'function') return of.call(args[1]?.type === 'list' ? args[1].items : [], at, args[0]);
    if (callback?.type === 'function') return applied(of, callback, at, machine);
  }
  if (of.type === 'instance') return methodOfInstance(of, name, args, at, machine);
  if (of.type === 'symbol') return callValue(memberOf(of, name, at, machine), args, at, machine);
  if (of.type === 'function' && name === 'bind')
    return { ...of, call: (more, place) => of.call([...args.slice(1), ...more], place, args[0]) };
  if (of.type === 'function' && name === 'call') return of.call(args.slice(1), at, args[0]);
  const known = methods(of, name, args, at, machine);
  if (known) return known;
  const held = memberOf(of, name, at, machine);
  if (held.type === 'function') return held.call(args, at, of);
  return callValue(held.type === 'undefined' ? notEvaluated(`${name}()`, at) : held, args, at, machine);
}

function applied(of: Item, callback: Extract<Item, { type: 'function' }>, at: FilePlace, machine: Machine): Item {
  if (of.type !== 'unknown') return callback.call([of], at);
  const result = machine.perhaps(of.reason, () => callback.call([of], at));
  // What it makes of something unknown is made of what that refers to.
  return withReferences(result, of.references ?? []);
}

function methodOfInstance(of: Instance, name: string, args: readonly Item[], at: FilePlace, machine: Machine): Item {
  const own = of.class && methodOf(of.class, name, 'method');
  if (own) return own.call(args, at, of);
  const held = of.fields.get(name);
  if (held) return held.type === 'function' ? held.call(args, at, of) : callValue(held, args, at, machine);
  if (of.library && machine.library.owns(of.library.package)) {
    const answer = machine.library.method(of, name, args, at, machine.maker);
    if (answer) return answer;
  }
  callbacks(args, at, machine);
  return notEvaluated(`${of.name}.${name}()`, at);
}

/** What functions make that are given to something unknown: it may call them or not. */
function callbacks(args: readonly Item[], at: FilePlace, machine: Machine): void {
  for (const arg of args) {
    if (arg.type !== 'function') continue;
    const why = reason('not-evaluated', 'a call', 'a value that is written out here');
    machine.perhaps(why, () => arg.call([unknown(why, at), unknown(why, at)], at));
  }
}

/** What `new` gives. `at` is the name of the class, `block` all of it. */
export function construct(of: Item, args: readonly Item[], at: FilePlace, block: FilePlace, machine: Machine): Item {
  if (of.type === 'class')
    return machine.inside(() => instantiate(of, args, at, block, machine)) ?? notEvaluated(of.name, at);
  if (of.type === 'symbol') {
    if (of.package === '') {
      callbacks(args, at, machine);
      return of.path[0] === 'Map' || of.path[0] === 'Set'
        ? collection(of, args, at, machine)
        : notEvaluated(of.path.join('.'), at);
    }
    if (machine.library.owns(of.package)) return made(of, args, at, block, machine);
    // Something of a package that isn't read: it may make anything where it is given a place in the tree.
    if (args.some(({ type }) => type === 'instance') || of.package.includes('pulumi'))
      machine.unresolved(of.path.join('.') || of.package, at, `the source of ${of.package}, kept in this repository`);
    return notEvaluated(of.path.join('.') || of.package, at);
  }
  callbacks(args, at, machine);
  return unknown(whyUnknown(of), at);
}

function made(symbol: Symbolic, args: readonly Item[], at: FilePlace, block: FilePlace, machine: Machine): Instance {
  const instance = emptyInstance(symbol.path.join('.'), at, block, machine);
  instance.library = symbol;
  instance.args = args;
  machine.library.made(instance, machine.maker);
  return instance;
}

function collection(of: Symbolic, args: readonly Item[], at: FilePlace, machine: Machine): Item {
  const [given] = args;
  if (of.path[0] === 'Set')
    return given?.type === 'list' ? list(given.items, at, machine.level, given.reason) : list([], at, machine.level);
  const pairs = given?.type === 'list' ? given.items : [];
  return fields(
    pairs.flatMap((pair): [string, Item][] =>
      pair.type === 'list' && pair.items[0]?.type === 'string' && pair.items[1]
        ? [[pair.items[0].value, pair.items[1]]]
        : [],
    ),
    at,
    machine.level,
    given && given.type !== 'list' ? whyUnknown(given) : undefined,
  );
}
