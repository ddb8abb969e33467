import type { UnknownReason } from '../../model/fact.ts';
import type { FilePlace } from '../../model/place.ts';
import type { ObjectValue, Reference, Value } from '../../model/value.ts';
import type { Unresolved } from '../dialect.ts';
import { bodyOf } from './body.ts';
import { cycle, lazily, limits, type Budget } from './budget.ts';
import { headerOf, plainText, type Configuration, type Declared } from './configuration.ts';
import { evaluate } from './evaluate.ts';
import { instanceAddress, slotsOf, valueOfSlots, type Slot, type Slots } from './expand.ts';
import { lazyEntries } from './lazy-entries.ts';
import { policyDocument } from './policy-document.ts';
import { labelsOf } from './provider-labels.ts';
import { isLocal } from './roots.ts';
import type { Names, Scope } from './scope.ts';
import { joinPath, relativePath, type SourceFiles } from './source-files.ts';
import { byPlan, failed, object, string, unknown, withMarks, type Open } from './values.ts';
import { variableValue } from './variables.ts';

/** What all modules of one root share. */
export interface Root {
  folder: string;
  budget: Budget;
  files: SourceFiles;
  configuration(folder: string): Configuration | undefined;
  /** The folder that a module which is not local was downloaded to; by its address without instance keys. */
  downloaded(address: string): string | undefined;
  /** Told once each. */
  unresolved(what: Unresolved): void;
  /** Module instances so far. */
  modules: number;
  /** The folders that have an instance. */
  folders: Set<string>;
}

/** A module as it is called, or the root: its names have values. */
export interface Module {
  configuration: Configuration;
  /** `module.a["x"].` before the addresses of what it declares; empty for the root. */
  prefix: string;
  /** The calls it came through, innermost first. */
  calls: readonly FilePlace[];
  parent: Module | undefined;
  /** The block that calls it, and the scope of that call. */
  call: { declared: Declared; scope: Scope } | undefined;
  scope: Scope;
  /** The instances of a resource or data source, each with its body. */
  instances(address: string): readonly Instance[];
  /** The modules that it calls. */
  children(): readonly Module[];
  outputs(): ObjectValue;
}

export interface Instance {
  /** Its address in the root. */
  name: string;
  body: ObjectValue;
  scope: Scope;
}

interface Given {
  prefix: string;
  calls: readonly FilePlace[];
  parent: Module | undefined;
  call?: Module['call'];
  /** Values of variables, each worked out when it is first asked for. */
  values: ReadonlyMap<string, () => Value>;
}

// Arguments of the language that are no arguments of the resource.
const metaArguments: ReadonlySet<string> = new Set(['count', 'for_each', 'provider', 'depends_on']);
const moduleArguments: ReadonlySet<string> = new Set([...metaArguments, 'source', 'version', 'providers']);

/** https://developer.hashicorp.com/terraform/language/expressions/references */
export function moduleOf(
  root: Root,
  configuration: Configuration,
  { prefix, calls, parent, call: calledBy, values }: Given,
): Module {
  root.folders.add(configuration.folder);
  const { budget, files } = root;
  const cells = new Map<string, () => Value>();
  const cell = (key: string, at: FilePlace, compute: () => Value): Value => {
    let read = cells.get(key);
    if (!read) cells.set(key, (read = lazily(budget, at, `${prefix}${key}`, compute)));
    return read();
  };
  const blocks = new Map<string, Expanded<Instance>>();
  const calledModules = new Map<string, Expanded<Module>>();

  const names: Names = {
    resolve: (name, steps, at) => {
      const [first, second] = steps;
      if (typeof first !== 'string') return { value: missing(name, at), used: 0 };
      switch (name) {
        case 'var':
          return { value: variable(first, at), used: 1 };
        case 'local':
          return { value: local(first, at), used: 1 };
        case 'module':
          return { value: moduleValue(first, at), used: 1 };
        case 'path':
          return { value: pathValue(first, at), used: 1 };
        case 'terraform':
          return {
            value: unknown({ code: 'no-value', subject: `terraform.${first}`, settledBy: byPlan }, at),
            used: 1,
          };
        case 'data':
        case 'ephemeral':
          if (typeof second !== 'string') return { value: missing(`${name}.${first}`, at), used: 1 };
          return { value: resourceValue(`${name}.${first}.${second}`, at), used: 2 };
        default:
          return { value: resourceValue(`${name}.${first}`, at), used: 1 };
      }
    },
  };
  const missing = (subject: string, at: FilePlace): Value =>
    failed('does-not-exist', subject, `a declaration of ${subject}`, at);

  // Which resource is meant can still be read: what names it is not worth less for the rest of the text.
  const undeclared = (address: string, at: FilePlace): Value => ({
    ...unknown({ code: 'does-not-exist', subject: address, settledBy: `a declaration of ${address}` }, at),
    references: [{ address: `${prefix}${address}`, path: [] }],
  });

  const variable = (name: string, at: FilePlace): Value => {
    const declared = configuration.variables.get(name);
    if (!declared) return missing(`var.${name}`, at);
    return cell(`var.${name}`, headerOf(declared), () =>
      variableValue(name, declared, values.get(name)?.(), budget, files),
    );
  };
  const local = (name: string, at: FilePlace): Value => {
    const declared = configuration.locals.get(name);
    if (!declared) return missing(`local.${name}`, at);
    const { file, attribute } = declared;
    return cell(`local.${name}`, { file, span: attribute.span }, () => evaluate(attribute.value, { ...scope, file }));
  };
  const pathValue = (name: string, at: FilePlace): Value => {
    if (name === 'module') return string(relativePath(root.folder, configuration.folder), at);
    if (name === 'root') return string('.', at);
    return unknown({ code: 'function-outside', subject: `path.${name}`, settledBy: byPlan }, at);
  };

  const expandedBlock = (address: string): Expanded<Instance> => {
    let found = blocks.get(address);
    if (!found) {
      const declared = configuration.resources.get(address)!;
      const computed = computedOf(self, declared);
      const make = (slot: Slot, name: string): Instance => {
        const instance: Instance = {
          name: prefix + name,
          scope: slot.scope,
          body: bodyOf(declared.content, slot.scope, {
            at: headerOf(declared),
            subject: prefix + name,
            without: metaArguments,
            ...(computed && { computed: new Map([[computed.name, () => computed.of(instance.body)]]) }),
          }),
        };
        return instance;
      };
      found = expanded(declared, scopeOf(declared), address, make);
      blocks.set(address, found);
    }
    return found;
  };
  const resourceValue = (address: string, at: FilePlace): Value => {
    const declared = configuration.resources.get(address);
    if (!declared) {
      // A name of one word with a first step is a resource; ephemeral values are never written anywhere.
      return address.startsWith('ephemeral.')
        ? unknown({ code: 'known-after-apply', subject: address, settledBy: byPlan }, at)
        : undeclared(address, at);
    }
    return expandedBlock(address).value(
      ({ name, body }) => referenceTo(name, body, declared.mode === 'data'),
      headerOf(declared),
    );
  };

  const call = (name: string): Expanded<Module> | UnknownReason => {
    const declared = configuration.modules.get(name)!;
    const there = calledModules.get(name);
    if (there) return there;
    const called = calledConfiguration(root, self, name, declared);
    if (!('folder' in called)) return called;
    const make = (slot: Slot, address: string): Module => {
      root.modules++;
      const inputs = [...declared.content.attributes].filter(([key]) => !moduleArguments.has(key));
      return moduleOf(root, called, {
        prefix: `${prefix}${address}.`,
        calls: [headerOf(declared), ...calls],
        parent: self,
        call: { declared, scope: slot.scope },
        values: new Map(
          inputs.map(([key, { value, file, span }]) => [
            key,
            lazily(budget, { file, span }, `${prefix}${address}.${key}`, () =>
              evaluate(value, { ...slot.scope, file }),
            ),
          ]),
        ),
      });
    };
    const found = expanded(declared, scopeOf(declared), `module.${name}`, make);
    calledModules.set(name, found);
    return found;
  };
  const moduleValue = (name: string, at: FilePlace): Value => {
    const declared = configuration.modules.get(name);
    if (!declared) return missing(`module.${name}`, at);
    const found = call(name);
    if ('code' in found)
      return { ...unknown(found, headerOf(declared)), references: [{ address: `${prefix}module.${name}`, path: [] }] };
    return found.value((module) => module.outputs(), headerOf(declared));
  };

  const scope: Scope = { file: configuration.folder, names, budget, files };
  const scopeOf = ({ file }: Declared): Scope => ({ ...scope, file });
  let outputs: ObjectValue | undefined;
  const self: Module = {
    configuration,
    prefix,
    calls,
    parent,
    call: calledBy,
    scope,
    instances: (address) => expandedBlock(address).all(),
    children: () =>
      [...configuration.modules.keys()].flatMap((name) => {
        const found = call(name);
        return 'code' in found ? [] : found.all();
      }),
    outputs: () =>
      (outputs ??= object(
        lazyEntries(budget, configuration.outputs, `${prefix}output`, headerOf, (declared) => output(declared, scope)),
        { file: configuration.folder, span: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } },
      )),
  };
  return self;
}

function output(declared: Declared, scope: Scope): Value {
  const written = declared.content.attributes.get('value');
  const at = headerOf(declared);
  if (!written) return failed('does-not-exist', 'value', 'a value of the output', at);
  const value = evaluate(written.value, { ...scope, file: written.file });
  const sensitive = declared.content.attributes.get('sensitive')?.value;
  return sensitive?.type === 'literal' && sensitive.value === true ? withMarks(value, { secret: true }) : value;
}

/** The attribute that is not written and can be worked out all the same. */
function computedOf(
  module: Module,
  declared: Declared & { mode: string; type: string },
): { name: string; of(body: ObjectValue): Value } | undefined {
  if (declared.type === 'aws_iam_policy_document') return { name: 'json', of: policyDocument };
  return declared.mode === 'managed' ? labelsOf(module, declared) : undefined;
}

/** What `count` and `for_each` make of a block, worked out when it is first asked for. */
interface Expanded<T> {
  all(): readonly T[];
  value(each: (item: T) => Value, at: FilePlace): Value;
}

function expanded<T>(
  declared: Declared,
  scope: Scope,
  address: string,
  make: (slot: Slot, address: string) => T,
): Expanded<T> {
  let slots: Slots | undefined;
  let running = false;
  let whole: Value | undefined;
  const items = new Map<Slot, T>();
  const itemOf = (slot: Slot): T => {
    let item = items.get(slot);
    if (!item) items.set(slot, (item = make(slot, instanceAddress(address, slot.key))));
    return item;
  };
  const read = (): Slots | undefined => {
    if (slots || running) return slots;
    running = true;
    slots = slotsOf(declared.content, scope, address);
    running = false;
    return slots;
  };
  return {
    all: () => {
      const known = read();
      return known ? [...known.slots, ...(known.open ? [known.open.slot] : [])].map(itemOf) : [];
    },
    value: (each, at) => {
      if (whole) return whole;
      const known = read();
      // Its number of instances depends on itself.
      if (!known) return cycle(at, address);
      // Once for all references: with n instances that each refer to all of them, it would be made n times n times.
      whole = valueOfSlots(
        known.kind,
        known.slots.map((slot) => ({ ...(slot.key !== undefined && { key: slot.key }), value: each(itemOf(slot)) })),
        known.open && { value: each(itemOf(known.open.slot)), reason: known.open.reason },
        at,
      );
      return whole;
    },
  };
}

/** A resource as an expression sees it: what is written has its value, the rest is known to the provider only. */
function referenceTo(address: string, body: ObjectValue, isData: boolean): Open<ObjectValue> {
  const reference: Reference = { address, path: [] };
  return {
    ...body,
    references: [reference],
    missing: (key) =>
      unknown(
        { code: isData ? 'data-source' : 'known-after-apply', subject: `${address}.${key}`, settledBy: byPlan },
        body.at,
      ),
  };
}

/** The configuration a module call leads to, or why it can't be had: then it is told once. */
function calledConfiguration(
  root: Root,
  caller: Module,
  name: string,
  declared: Declared,
): Configuration | UnknownReason {
  const address = `${caller.prefix}module.${name}`;
  const at = headerOf(declared);
  const source = plainText(declared.content.attributes.get('source')?.value);
  const give = (reason: UnknownReason): UnknownReason => {
    root.unresolved({ name: `module.${name}`, reason, at });
    return reason;
  };
  if (source === undefined)
    return give({ code: 'not-evaluated', subject: `${address}.source`, settledBy: 'a source that is a plain string' });
  const local = isLocal(source);
  const folder = local ? joinPath(caller.configuration.folder, source) : root.downloaded(address);
  const found = folder === undefined ? undefined : root.configuration(folder);
  if (!found)
    return give(
      local
        ? { code: 'does-not-exist', subject: source, settledBy: `Terraform files in ${source}` }
        : { code: 'remote-module', subject: `module ${source}`, settledBy: byPlan },
    );
  if (depthOf(caller) >= limits.moduleDepth || root.modules >= limits.modules)
    return give({ code: 'too-large', subject: address, settledBy: byPlan });
  for (let above: Module | undefined = caller; above; above = above.parent)
    if (above.configuration === found)
      return give({ code: 'cycle', subject: address, settledBy: `a module that does not call itself` });
  return found;
}

const depthOf = (module: Module): number => (module.parent ? depthOf(module.parent) + 1 : 0);
