import type { FilePlace } from '../../model/place.ts';
import type { ClassNode } from '../../parse/typescript/parse.ts';
import { Environment } from './environment.ts';
import { bindParameters, bodyOf, functionOf } from './functions.ts';
import { nothing, type Callable, type Class, type Instance, type Item } from './items.ts';
import { placeOf, type Frame, type Machine } from './machine.ts';
import { keyOf } from './keys.ts';

type Part = ClassNode['body']['body'][number];
type Method = Extract<Part, { type: 'ClassMethod' | 'ClassPrivateMethod' }>;

const frames = new WeakMap<Class, Frame>();

export function classOf(node: ClassNode, frame: Frame, name = node.id?.name ?? 'a class'): Class {
  const made: Class = {
    type: 'class',
    name,
    at: placeOf(frame, node),
    node,
    scope: frame.scope,
    base: node.superClass ? frame.machine.evaluate(node.superClass, frame) : undefined,
    statics: new Map(),
  };
  frames.set(made, { ...frame, home: made, self: made });
  for (const part of node.body.body) {
    if (part.type === 'StaticBlock' || !('static' in part) || !part.static) continue;
    const own = { ...frame, home: made, self: made };
    if (part.type === 'ClassProperty' || part.type === 'ClassPrivateProperty') {
      const key = nameOf(part, own);
      made.statics.set(key, part.value ? frame.machine.evaluate(part.value, own, key) : nothing(placeOf(frame, part)));
    } else if (part.type === 'ClassMethod' || part.type === 'ClassPrivateMethod') {
      const key = nameOf(part, own);
      if (part.kind === 'method') made.statics.set(key, functionOf(part, own, key, made));
    }
  }
  return made;
}

const nameOf = (part: Exclude<Part, { type: 'StaticBlock' | 'TSIndexSignature' }>, frame: Frame): string =>
  part.key.type === 'PrivateName' ? `#${part.key.id.name}` : (keyOf(part as Parameters<typeof keyOf>[0], frame) ?? '');

/** A method of a class or of what it extends; `get` and `set` apart. */
export function methodOf(of: Class, name: string, kind: 'method' | 'get' | 'set'): Callable | undefined {
  const frame = frames.get(of);
  if (!frame) return undefined;
  for (const part of of.node.body.body)
    if ((part.type === 'ClassMethod' || part.type === 'ClassPrivateMethod') && part.kind === kind && !part.static)
      if (nameOf(part, frame) === name) return functionOf(part, frame, name, of);
  return of.base?.type === 'class' ? methodOf(of.base, name, kind) : undefined;
}

/** What `new` makes of a class of the program. */
export function instantiate(
  of: Class,
  args: readonly Item[],
  at: FilePlace,
  block: FilePlace,
  machine: Machine,
): Instance {
  const instance = emptyInstance(of.name, at, block, machine);
  instance.class = of;
  machine.called(at, () => {
    machine.owners.push(instance);
    construct(of, instance, args, machine);
    machine.owners.pop();
  });
  return instance;
}

export function emptyInstance(name: string, at: FilePlace, block: FilePlace, machine: Machine): Instance {
  const instance: Instance = {
    type: 'instance',
    class: undefined,
    library: undefined,
    args: [],
    fields: new Map(),
    level: machine.level,
    name,
    address: undefined,
    parent: machine.owners.at(-1),
    at,
    block,
    calls: [...machine.calls].reverse(),
    role: machine.roleOf(at.file),
    told: [],
  };
  machine.instances.push(instance);
  return instance;
}

/** Runs a constructor, and those of what it extends where it calls them. */
function construct(of: Class, instance: Instance, args: readonly Item[], machine: Machine): void {
  machine.used.add(of.node);
  const outer = frames.get(of);
  if (!outer) return;
  const written = of.node.body.body.find(
    (part): part is Method => part.type === 'ClassMethod' && part.kind === 'constructor' && !!part.body,
  );
  const frame: Frame = {
    ...outer,
    scope: new Environment(outer.scope),
    self: instance,
    home: of,
    results: { perhaps: [] },
  };
  if (!written) {
    constructBase(of, instance, args, machine);
    return;
  }
  if (!of.base) initialise(of, instance, machine);
  bindParameters(written, args, frame);
  for (const parameter of written.params)
    if (parameter.type === 'TSParameterProperty') {
      const inner = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
      const value = inner.type === 'Identifier' ? frame.scope.find(inner.name)?.value : undefined;
      if (inner.type === 'Identifier' && value) machine.setField(instance, inner.name, value);
    }
  bodyOf(written, frame);
}

/** `super(…)`, and then the fields of the class itself. */
export function constructBase(of: Class, instance: Instance, args: readonly Item[], machine: Machine): void {
  const { base } = of;
  if (base?.type === 'class') machine.inside(() => construct(base, instance, args, machine));
  else if (base?.type === 'symbol') {
    instance.library = base;
    instance.args = args;
    if (machine.library.owns(base.package)) machine.library.made(instance, machine.maker);
    else machine.unresolved(base.path.join('.'), instance.at, `the source of ${base.package}, kept in this repository`);
  }
  initialise(of, instance, machine);
}

function initialise(of: Class, instance: Instance, machine: Machine): void {
  const outer = frames.get(of);
  if (!outer) return;
  const frame: Frame = { ...outer, self: instance, home: of };
  for (const part of of.node.body.body)
    if ((part.type === 'ClassProperty' || part.type === 'ClassPrivateProperty') && !part.static && part.value) {
      const name = nameOf(part, frame);
      machine.setField(instance, name, frame.machine.evaluate(part.value, frame, name));
    }
}
