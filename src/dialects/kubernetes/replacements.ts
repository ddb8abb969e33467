import type { ObjectValue, Value } from '../../model/value.ts';
import { eachText } from './fields.ts';
import { beside, listOf, type Manifest, type Site } from './manifest.ts';
import { textAt } from './patch.ts';
import { isMeant } from './targets.ts';

/** Values that are copied from one object to others: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/replacements/ */
export function withReplacements(
  objects: readonly Manifest[],
  replacements: readonly Value[],
  place: Site,
): readonly Manifest[] {
  let all = objects;
  for (const entry of replacements) {
    const path = textAt(entry, 'path');
    const inFile = path === undefined ? undefined : place.source.values(beside(place.folder, path));
    if (path !== undefined && !inFile) place.open(`replacement ${path}`, entry);
    const single = (inFile ?? [entry]).flatMap((value) => (value.type === 'list' ? value.items : [value]));
    for (const replacement of single) all = replaced(all, replacement, place);
  }
  return all;
}

const partOf = (value: Value | undefined, key: string): Value | undefined =>
  value?.type === 'object' ? value.entries.get(key) : undefined;

function replaced(objects: readonly Manifest[], replacement: Value, place: Site): readonly Manifest[] {
  const source = partOf(replacement, 'source');
  const given = partOf(replacement, 'sourceValue') ?? (source && copiedFrom(objects, source));
  if (!given) place.open(`replacement in ${place.file}`, replacement, 'the object and the field that it copies from');
  const value: Value = given ?? {
    type: 'unknown',
    reason: { code: 'not-rendered', settledBy: 'manifests as kustomize builds them' },
    at: replacement.at,
    via: [],
  };
  let all = objects;
  for (const target of listOf(replacement, 'targets')) {
    const select = partOf(target, 'select');
    const rejected = listOf(target, 'reject');
    if (!select) continue;
    all = all.map((object) => {
      if (!isMeant(object, select) || rejected.some((one) => isMeant(object, one))) return object;
      let { body } = object;
      for (const path of listOf(target, 'fieldPaths')) {
        const steps = path.type === 'string' ? stepsIn(path.value) : [];
        body = set(body, steps, (there) => put(there, value, partOf(target, 'options'))) as ObjectValue;
      }
      return { ...object, body };
    });
  }
  return all;
}

function copiedFrom(objects: readonly Manifest[], source: Value): Value | undefined {
  const from = objects.find((object) => isMeant(object, source));
  const found = from && get(from.body, stepsIn(textAt(source, 'fieldPath') ?? 'metadata.name'));
  const options = partOf(source, 'options');
  const delimiter = textAt(options, 'delimiter');
  if (found?.type !== 'string' || !delimiter) return found;
  const part = found.value.split(delimiter)[Number(textAt(options, 'index') ?? 0)];
  return part === undefined ? undefined : { ...found, value: part };
}

/** What stands there with the part replaced that the options name; else what is given as a whole. */
function put(there: Value | undefined, given: Value, options: Value | undefined): Value | undefined {
  const create = partOf(options, 'create');
  if (!there && !(create?.type === 'bool' && create.value)) return undefined;
  const delimiter = textAt(options, 'delimiter');
  if (!delimiter || there?.type !== 'string') return given;
  if (given.type !== 'string') return given;
  const parts = there.value.split(delimiter);
  const index = Number(textAt(options, 'index') ?? 0);
  if (index < 0) parts.unshift(given.value);
  else if (index >= parts.length) parts.push(given.value);
  else parts[index] = given.value;
  return { ...given, value: parts.join(delimiter), via: [...given.via, there.at] };
}

/** `spec.containers.[name=api].image`, `a.b\.c`, `list.0`, `list.*` in steps. */
function stepsIn(path: string): readonly string[] {
  const steps: string[] = [];
  let step = '';
  let depth = 0;
  for (let i = 0; i < path.length; i++) {
    const letter = path[i]!;
    if (letter === '\\' && i + 1 < path.length) step += path[++i]!;
    else if (letter === '.' && depth === 0) {
      steps.push(step);
      step = '';
    } else {
      if (letter === '[') depth++;
      if (letter === ']') depth--;
      step += letter;
    }
  }
  return [...steps, step].slice(0, 40);
}

/** The items of a list that a step names. */
function chosen(items: readonly Value[], step: string): readonly number[] {
  if (step === '*') return items.map((_, i) => i);
  const [, key, value] = /^\[([^=]+)=(.*)\]$/s.exec(step) ?? [];
  if (key !== undefined) return items.flatMap((item, i) => (textAt(item, key) === value ? [i] : []));
  const index = /^\d+$/.test(step) ? Number(step) : step === '-' ? items.length - 1 : -1;
  return items[index] ? [index] : [];
}

function get(value: Value, [step, ...rest]: readonly string[]): Value | undefined {
  if (step === undefined) return value;
  const next =
    value.type === 'object'
      ? value.entries.get(plainStep(step))
      : value.type === 'list'
        ? value.items[chosen(value.items, step)[0] ?? -1]
        : undefined;
  return next && get(next, rest);
}

function set(
  value: Value,
  [step, ...rest]: readonly string[],
  make: (there: Value | undefined) => Value | undefined,
): Value {
  if (step === undefined) return make(value) ?? value;
  if (value.type === 'list') {
    const at = chosen(value.items, step);
    return { ...value, items: value.items.map((item, i) => (at.includes(i) ? set(item, rest, make) : item)) };
  }
  if (value.type !== 'object') return value;
  const key = plainStep(step);
  const there = value.entries.get(key);
  if (there) return { ...value, entries: new Map(value.entries).set(key, set(there, rest, make)) };
  const empty: Value = { type: 'object', entries: new Map(), complete: true, at: value.at, via: [] };
  const made = rest.length === 0 ? make(undefined) : set(empty, rest, make);
  const isNothing = !made || (made.type === 'object' && made.entries.size === 0 && rest.length > 0);
  return isNothing ? value : { ...value, entries: new Map(value.entries).set(key, made) };
}

const plainStep = (step: string): string => /^\[([^=]*)\]$/.exec(step)?.[1] ?? step;

/** `$(NAME)` in texts, the older way: https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/vars/ */
export function withVariables(
  objects: readonly Manifest[],
  variables: readonly Value[],
  { open, file }: Site,
): readonly Manifest[] {
  const known = new Map<string, { text: string | undefined; at: Value }>();
  for (const entry of variables) {
    const name = textAt(entry, 'name');
    const target = partOf(entry, 'objref');
    if (name === undefined) continue;
    const from = target && objects.find((object) => isMeant(object, target));
    const path = textAt(partOf(entry, 'fieldref'), 'fieldpath') ?? 'metadata.name';
    const found = from && get(from.body, stepsIn(path));
    const text = found?.type === 'string' || found?.type === 'number' ? String(found.value) : undefined;
    if (text === undefined) open(`variable ${name} of ${file}`, entry, 'the object and the field that it stands for');
    known.set(name, { text, at: entry });
  }
  if (known.size === 0) return objects;
  const filled = (value: Value & { type: 'string' }): Value => {
    const names = [...value.value.matchAll(/\$\(([\w.-]+)\)/g)].flatMap(([, name = '']) =>
      known.has(name) ? [name] : [],
    );
    if (names.length === 0) return value;
    const open = names.find((name) => known.get(name)?.text === undefined);
    if (open !== undefined)
      return {
        type: 'unknown',
        reason: { code: 'not-rendered', subject: `$(${open})`, settledBy: 'manifests as kustomize builds them' },
        at: value.at,
        via: value.via,
      };
    const text = value.value.replace(/\$\(([\w.-]+)\)/g, (whole, name: string) => known.get(name)?.text ?? whole);
    return { ...value, value: text, via: [...value.via, known.get(names[0]!)!.at.at] };
  };
  return objects.map((object) => ({ ...object, body: eachText(object.body, filled) as ObjectValue }));
}
