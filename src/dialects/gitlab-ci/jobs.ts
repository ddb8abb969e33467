import type { FilePlace } from '../../model/place.ts';
import { child, entriesOf, itemsOf, scalarOf, textOf } from '../../parse/look.ts';
import type { MappingNode, Node } from '../../parse/tree.ts';
import type { Job, Script, Step, Text } from '../github-actions/model.ts';
import type { Entry, Files } from './files.ts';

/** Keys at the top that are no jobs: https://docs.gitlab.com/ci/yaml/#global-keywords */
const reserved = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'image',
  'services',
  'cache',
  'before_script',
  'after_script',
  'spec',
]);

type Keys = ReadonlyMap<string, Entry>;
const deepest = 11;

/** The keys of a job with those of what it extends below them, and what holds by default below all. */
export function keysOf(name: string, files: Files, depth = 0): Keys {
  const own = files.entries.get(name);
  const keys = new Map<string, Entry>();
  if (!own || depth > deepest) return keys;
  for (const parent of itemsOf(child(own.value, 'extends'))) {
    const called = textOf(parent);
    if (called !== undefined && called !== name)
      for (const [key, entry] of keysOf(called, files, depth + 1)) keys.set(key, entry);
  }
  for (const { key, value } of merged(own.value)) keys.set(key.text, { file: own.file, key, value });
  return keys;
}

/** The keys of a mapping with those that `<<` merges in, which count for less. */
function merged(node: Node, depth = 0): MappingNode['entries'] {
  const entries = entriesOf(node);
  const below = entries.filter(({ key }) => key.text === '<<' && key.style === 'plain');
  if (below.length === 0 || depth > deepest) return entries;
  return [
    ...below.flatMap(({ value }) => [...itemsOf(value)].reverse().flatMap((item) => merged(item, depth + 1))),
    ...entries.filter((entry) => !below.includes(entry)),
  ];
}

/** Variables of a job and of what it extends: these are merged name by name. */
export function variablesOf(name: string, files: Files, depth = 0): Map<string, Text> {
  const own = files.entries.get(name);
  const found = new Map<string, Text>();
  if (!own || depth > deepest) return found;
  for (const parent of itemsOf(child(own.value, 'extends'))) {
    const called = textOf(parent);
    if (called !== undefined && called !== name)
      for (const [key, text] of variablesOf(called, files, depth + 1)) found.set(key, text);
  }
  for (const [key, text] of textsOf(child(own.value, 'variables'), own.file)) found.set(key, text);
  return found;
}

/** `NAME: value`, or `NAME: { value: …, description: … }`. */
export const textsOf = (node: Node | undefined, file: string): [string, Text][] =>
  entriesOf(node).flatMap(({ key, value }): [string, Text][] => {
    const stated = scalarOf(value) ?? scalarOf(child(value, 'value'));
    const text = textOf(stated);
    return stated && text !== undefined ? [[key.text, { text, at: { file, span: stated.span } }]] : [];
  });

/** The names of the jobs that run: not hidden ones, which others extend. */
export const jobNames = (files: Files): string[] =>
  [...files.entries]
    .filter(([name, { value }]) => !name.startsWith('.') && !reserved.has(name) && value.type === 'mapping')
    .filter(([name]) => ['script', 'trigger', 'run'].some((key) => keysOf(name, files).has(key)))
    .map(([name]) => name);

/** A job in the words that jobs of other pipelines are told in. */
export function jobOf(name: string, files: Files): Job {
  const own = files.entries.get(name)!;
  const keys = keysOf(name, files);
  const get = (key: string): Entry | undefined => keys.get(key) ?? defaultOf(key, files);
  const place = ({ file }: Entry, node: Node): FilePlace => ({ file, span: node.span });
  const text = (entry: Entry | undefined, ...path: string[]): Text | undefined => {
    const node = entry && child(entry.value, ...path);
    const value = textOf(node);
    return entry && node && value !== undefined ? { text: value, at: place(entry, node) } : undefined;
  };
  const environment = keys.get('environment');
  const stops = textOf(child(environment?.value, 'action')) === 'stop';
  const named = stops ? undefined : (text(environment) ?? text(environment, 'name'));
  const allowed = keys.get('allow_failure');
  const timeout = text(get('timeout'));
  const goesOn =
    allowed && textOf(allowed.value) === 'true' ? { text: 'true', at: place(allowed, allowed.key) } : undefined;
  return {
    id: name,
    at: { file: own.file, span: own.key.span },
    block: {
      file: own.file,
      span: { ...own.key.span, endLine: own.value.span.endLine, endColumn: own.value.span.endColumn },
    },
    needs: itemsOf(keys.get('needs')?.value).flatMap((node) => textOf(node) ?? textOf(child(node, 'job')) ?? []),
    ...(named && { environment: named }),
    runsOn: [],
    images: imagesOf(get('image'), get('services')),
    registryPasswords: [],
    with: new Map(),
    env: variablesOf(name, files),
    steps: ['before_script', 'script', 'after_script'].flatMap((key) => stepsOf(get(key), key, files)),
    ...(goesOn && { continueOnError: goesOn }),
    ...(timeout && { timeoutMinutes: timeout }),
  };
}

/** What holds where a job says nothing: `default:`, or the same key at the top, as it was written before. */
function defaultOf(key: string, { entries }: Files): Entry | undefined {
  const defaults = entries.get('default');
  const found = entriesOf(defaults?.value).findLast((entry) => entry.key.text === key);
  if (defaults && found) return { file: defaults.file, key: found.key, value: found.value };
  return ['image', 'services', 'before_script', 'after_script'].includes(key) ? entries.get(key) : undefined;
}

function imagesOf(image: Entry | undefined, services: Entry | undefined): Text[] {
  const named = ({ file }: Entry, node: Node): Text[] => {
    const stated = scalarOf(node) ?? scalarOf(child(node, 'name'));
    const text = textOf(stated);
    return stated && text !== undefined ? [{ text, at: { file, span: stated.span } }] : [];
  };
  return [
    ...(image ? named(image, image.value) : []),
    ...(services ? itemsOf(services.value).flatMap((node) => named(services, node)) : []),
  ];
}

/** Each line of a script as a step of its own; lists in lists and `!reference [job, key]` are taken in. */
function stepsOf(entry: Entry | undefined, key: string, files: Files): Step[] {
  if (!entry) return [];
  return linesOf(entry, entry.value, files, 0).map(({ file, node }, index): Step => {
    const at: FilePlace = { file, span: node.span };
    const run: Script = {
      text: node.text,
      at,
      lines: node.lineStarts ?? [{ line: node.span.startLine, column: node.span.startColumn }],
    };
    return {
      name: `${key} ${index + 1}`,
      at,
      block: at,
      run,
      with: new Map(),
      env: new Map(),
      timed: false,
    };
  });
}

type Line = { file: string; node: NonNullable<ReturnType<typeof scalarOf>> };

// https://docs.gitlab.com/ci/yaml/yaml_optimization/: lists and references nest up to ten levels.
function linesOf(entry: Entry, node: Node, files: Files, depth: number): Line[] {
  if (depth > deepest) return [];
  if (node.type === 'sequence' && node.tag === '!reference') {
    const [job, ...path] = node.items.flatMap((item) => textOf(item) ?? []);
    const referred = job === undefined ? undefined : files.entries.get(job);
    const found = referred && path.length > 0 ? child(referred.value, ...path) : undefined;
    return referred && found ? linesOf(referred, found, files, depth + 1) : [];
  }
  if (node.type === 'sequence') return node.items.flatMap((item) => linesOf(entry, item, files, depth + 1));
  return node.type === 'scalar' && textOf(node) !== undefined ? [{ file: entry.file, node }] : [];
}
