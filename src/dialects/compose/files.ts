import { locationOf } from '../../model/report.ts';
import type { FilePlace } from '../../model/place.ts';
import { isFilePlace } from '../../model/place.ts';
import type { ObjectValue, StringValue, Value } from '../../model/value.ts';
import type { Node } from '../../parse/tree.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';
import type { Comment, DialectContext } from '../dialect.ts';
import { yamlComments } from '../linter-comments.ts';
import { valueOf } from '../tree-value.ts';
import { assigned, interpolated, variablesIn } from './interpolate.ts';
import { laidOver } from './merge.ts';

/** A compose file, with variables filled in. */
export interface ComposeFile {
  services: ReadonlyMap<string, Value>;
  /** Secrets by their names, as they are declared. */
  secrets: ReadonlyMap<string, Value>;
  /** Further files that it takes in. */
  includes: readonly { path: string; at: Value }[];
}

export function parsed(path: string, context: DialectContext, comments: Comment[]): ComposeFile | undefined {
  const text = context.text(path);
  if (text === undefined) return undefined;
  const { tree, problems, comments: found } = parseYaml(text);
  for (const { message, span, kind } of problems)
    context.problem({ kind, message, location: locationOf({ file: path, span }) });
  comments.push(...yamlComments(path, tree, found));
  const node = tree[0]?.root;
  const root = node ? laidOver(valueOf(node, path), tagsIn(node)) : undefined;
  if (root?.type !== 'object') return undefined;
  const variables = variablesIn(beside(path, '.env'), context);
  const services = entriesOf(root, 'services').map(([name, service]): [string, Value] => [
    name,
    withEnvironment(interpolated(service, variables), path, context),
  ]);
  return {
    services: new Map(services),
    secrets: new Map(entriesOf(root, 'secrets')),
    includes: includesOf(root, path),
  };
}

/** Values that replace or take away what lies below them: https://docs.docker.com/reference/compose-file/merge/#reset-value */
function tagsIn(node: Node, found = new Map<string, 'reset' | 'override'>(), depth = 0): typeof found {
  if (depth > 60) return found;
  const tag = /^!(reset|override)$/.exec(node.tag ?? '')?.[1];
  if (tag === 'reset' || tag === 'override') found.set(`${node.span.startLine}:${node.span.startColumn}`, tag);
  if (node.type === 'sequence') for (const item of node.items) tagsIn(item, found, depth + 1);
  if (node.type === 'mapping') for (const { value } of node.entries) tagsIn(value, found, depth + 1);
  return found;
}

const entriesOf = (root: ObjectValue, key: string): readonly [string, Value][] => {
  const value = root.entries.get(key);
  return value?.type === 'object' ? [...value.entries] : [];
};

/** https://docs.docker.com/reference/compose-file/include/ */
function includesOf(root: ObjectValue, path: string): ComposeFile['includes'] {
  const list = root.entries.get('include');
  return (list?.type === 'list' ? list.items : []).flatMap((entry) => {
    const paths = entry.type === 'object' ? entry.entries.get('path') : entry;
    const texts = paths?.type === 'list' ? paths.items : paths ? [paths] : [];
    return texts.flatMap((text) =>
      text.type === 'string' ? [{ path: isRemote(text.value) ? text.value : beside(path, text.value), at: text }] : [],
    );
  });
}

const isRemote = (path: string): boolean => /^(?:[\w+]+:\/\/|git@|oci:)/.test(path);

/** With what `env_file` names, where it is in the tree: what the service states itself goes before it. */
function withEnvironment(service: Value, path: string, context: DialectContext): Value {
  const named = service.type === 'object' ? service.entries.get('env_file') : undefined;
  if (!named || service.type !== 'object') return service;
  const entries = new Map<string, Value>();
  for (const item of named.type === 'list' ? named.items : [named]) {
    const text = item.type === 'object' ? item.entries.get('path') : item;
    if (text?.type !== 'string') continue;
    for (const [name, value] of variablesOf(beside(path, text.value), text, context)) entries.set(name, value);
  }
  if (entries.size === 0) return service;
  const own = service.entries.get('environment');
  if (own?.type === 'object') for (const [name, value] of own.entries) entries.set(name, value);
  if (own?.type === 'list')
    for (const item of own.items) {
      const [, name, value] = item.type === 'string' ? (/^(\w+)=(.*)$/s.exec(item.value) ?? []) : [];
      if (name !== undefined) entries.set(name, { ...(item as StringValue), value: value! });
    }
  const environment: ObjectValue = {
    type: 'object',
    entries,
    complete: true,
    at: own?.at ?? named.at,
    via: [],
  };
  return { ...service, entries: new Map(service.entries).set('environment', environment) };
}

function variablesOf(file: string, from: StringValue, context: DialectContext): readonly [string, Value][] {
  if (!context.folder(file.split('/').slice(0, -1).join('/')).includes(file)) return [];
  return assigned(context.text(file) ?? '').map(({ name, value, line, length }) => {
    const span = { startLine: line, startColumn: 1, endLine: line, endColumn: length + 1 };
    const at: FilePlace = { file, span };
    return [name, { type: 'string', value, at, via: isFilePlace(from.at) ? [from.at] : [] }];
  });
}

export function beside(from: string, path: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
