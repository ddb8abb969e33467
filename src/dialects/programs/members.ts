import type { FilePlace } from '../../model/place.ts';
import { methodOf } from './classes.ts';
import { ofGlobal } from './globals.ts';
import {
  notEvaluated,
  nothing,
  number,
  referenceTo,
  text,
  tooLarge,
  unknown,
  type Instance,
  type Item,
  type Symbolic,
} from './items.ts';
import type { Machine } from './machine.ts';

/** What reading `of.name` gives. */
export function memberOf(of: Item, name: string, at: FilePlace, machine: Machine): Item {
  switch (of.type) {
    case 'object':
      return of.entries.get(name) ?? (of.reason ? unknown(of.reason, at) : nothing(at));
    case 'list':
      if (name === 'length') return of.reason ? unknown(of.reason, at) : number(of.items.length, at);
      return of.items[Number(name)] ?? (of.reason ? unknown(of.reason, at) : nothing(at));
    case 'string':
      if (name === 'length') return number(of.value.length, at);
      return of.value[Number(name)] === undefined ? nothing(at) : text(of.value[Number(name)]!, at);
    case 'unknown':
      return unknown(inside(of.reason, name), at, {
        ...(of.references && { references: of.references }),
        ...(of.secret && { secret: true }),
      });
    case 'symbol':
      return ofSymbol(of, name, at, machine);
    case 'instance':
      return ofInstance(of, name, at, machine);
    case 'class':
      return of.statics.get(name) ?? (of.base ? memberOf(of.base, name, at, machine) : nothing(at));
    case 'namespace':
      return of.member(name) ?? nothing(at);
    case 'function':
      return name === 'name' ? text(of.name, at) : nothing(at);
    case 'undefined':
    case 'null':
      return notEvaluated(`${name} of ${of.type}`, at);
    default:
      return nothing(at);
  }
}

/** A part of something unknown is called by both their names. */
const inside = (reason: Extract<Item, { type: 'unknown' }>['reason'], name: string) =>
  reason.subject !== undefined &&
  reason.subject.length < 80 &&
  /^[\w$]+$/.test(name) &&
  /^[\w$.]+$/.test(reason.subject)
    ? { ...reason, subject: `${reason.subject}.${name}` }
    : reason;

function ofSymbol(of: Symbolic, name: string, at: FilePlace, machine: Machine): Item {
  if (of.path.length > 20) return tooLarge(at);
  const symbol: Symbolic = { type: 'symbol', package: of.package, path: [...of.path, name], at };
  const known = of.package === '' ? ofGlobal(symbol, at) : machine.library.read(symbol, at);
  return known ?? symbol;
}

function ofInstance(of: Instance, name: string, at: FilePlace, machine: Machine): Item {
  const own = of.fields.get(name);
  if (own) return own;
  if (of.class) {
    const getter = methodOf(of.class, name, 'get');
    if (getter) return getter.call([], at, of);
    const method = methodOf(of.class, name, 'method');
    if (method) return { ...method, call: (args, place, self) => method.call(args, place, self ?? of) };
  }
  if (!of.library) return nothing(at);
  const known = machine.library.owns(of.library.package) ? machine.library.member(of, name, at) : undefined;
  if (known) return known;
  return of.address === undefined ? notEvaluated(`${of.name}.${name}`, at) : referenceTo(of, name, at);
}
