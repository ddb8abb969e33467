import { locationOf } from '../../model/report.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { isFilePlace, type FilePlace } from '../../model/place.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';
import {
  program,
  type Comment,
  type DialectContext,
  type DialectOutput,
  type Resource,
  type Unresolved,
} from '../dialect.ts';
import { yamlComments } from '../linter-comments.ts';
import { valueOf } from '../tree-value.ts';
import { interpolated, variablesIn } from './interpolate.ts';
import { merged } from './merge.ts';

type Services = ReadonlyMap<string, Value>;

/**
 * Reads compose files. A file for a variant (`compose.override.yaml`, `docker-compose.prod.yml`) is laid over the one it
 * belongs to, and the services that it names are judged so.
 */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const comments: Comment[] = [];
  const resources: Resource[] = [];
  const unresolved: Unresolved[] = [];
  const files = new Map<string, Services | undefined>();
  const services = (path: string): Services | undefined => {
    if (!files.has(path)) files.set(path, parsed(path, context, comments));
    return files.get(path);
  };
  for (const path of paths) {
    const own: Resource[] = [];
    const owner = program('compose', path, own);
    const base = baseOf(path, paths);
    for (const [name, written] of services(path) ?? []) {
      const below = base === undefined ? undefined : services(base)?.get(name);
      const stated = extended(written, path, 0);
      const body = below ? merged(extended(below, base!, 0), stated) : stated;
      if (body.type !== 'object' || !isFilePlace(written.at)) continue;
      own.push({
        dialect: 'compose',
        type: 'service',
        name: `service ${name}`,
        body,
        model: undefined,
        at: headerOf(path, written.at),
        block: written.at,
        calls: [],
        role: context.roleOf(path),
        program: owner,
      });
    }
    resources.push(...own);
  }
  return { resources, comments, unresolved };

  /** With what it takes over from another service: https://docs.docker.com/reference/compose-file/services/#extends */
  function extended(service: Value, path: string, depth: number): Value {
    const named = service.type === 'object' ? service.entries.get('extends') : undefined;
    if (!named || service.type !== 'object') return service;
    const name = named.type === 'object' ? textIn(named, 'service') : named.type === 'string' ? named.value : undefined;
    const file = named.type === 'object' ? textIn(named, 'file') : undefined;
    const from = file === undefined ? path : beside(path, file);
    const other = depth < 10 && name !== undefined ? services(from)?.get(name) : undefined;
    if (other) return merged(extended(other, from, depth + 1), service);
    const reason = {
      code: 'not-in-repository' as const,
      subject: `service ${name ?? ''} of ${from}`,
      settledBy: 'the file that it is taken from',
    };
    if (isFilePlace(named.at)) unresolved.push({ name: reason.subject, reason, at: named.at });
    return { ...service, complete: false, reason };
  }
}

function parsed(path: string, context: DialectContext, comments: Comment[]): Services | undefined {
  const text = context.text(path);
  if (text === undefined) return undefined;
  const { tree, problems, comments: found } = parseYaml(text);
  for (const { message, span, kind } of problems)
    context.problem({ kind, message, location: locationOf({ file: path, span }) });
  comments.push(...yamlComments(path, tree, found));
  const root = valueOf(tree[0]?.root, path);
  const services = root.type === 'object' ? root.entries.get('services') : undefined;
  if (services?.type !== 'object') return undefined;
  const variables = variablesIn(beside(path, '.env'), context);
  return new Map([...services.entries].map(([name, service]) => [name, interpolated(service, variables)]));
}

function baseOf(path: string, paths: readonly string[]): string | undefined {
  const [, folder = '', name = ''] = /^(.*\/)?((?:docker-)?compose)[._-][\w.-]+\.ya?ml$/.exec(path) ?? [];
  return name === ''
    ? undefined
    : ['yaml', 'yml'].map((end) => `${folder}${name}.${end}`).find((base) => paths.includes(base));
}

const textIn = (value: ObjectValue, key: string): string | undefined => {
  const found = value.entries.get(key);
  return found?.type === 'string' ? found.value : undefined;
};

/** The line of its name stands before what it holds. */
const headerOf = (file: string, { span }: FilePlace): FilePlace => ({
  file,
  span: { ...span, endLine: span.startLine, endColumn: span.startColumn + 1 },
});

function beside(from: string, path: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
