import type { ObjectValue, Value } from '../../model/value.ts';
import { isFilePlace, type FilePlace } from '../../model/place.ts';
import type { Role } from '../../model/subject.ts';
import {
  program,
  type Comment,
  type DialectContext,
  type DialectOutput,
  type Resource,
  type Unresolved,
} from '../dialect.ts';
import { beside, parsed, type ComposeFile } from './files.ts';
import { merged } from './merge.ts';

/**
 * Reads compose files. A file for a variant (`compose.override.yaml`, `docker-compose.prod.yml`) is laid over the one it
 * belongs to, and the services that it names are judged so. What a file includes is judged with it.
 */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const comments: Comment[] = [];
  const resources: Resource[] = [];
  const unresolved: Unresolved[] = [];
  const files = new Map<string, ComposeFile | undefined>();
  const fileAt = (path: string): ComposeFile | undefined => {
    if (!files.has(path)) files.set(path, isThere(path) ? parsed(path, context, comments) : undefined);
    return files.get(path);
  };
  const services = (path: string): ReadonlyMap<string, Value> | undefined => fileAt(path)?.services;
  for (const path of withIncluded(paths)) {
    const own: Resource[] = [];
    const owner = program('compose', path, own);
    const base = baseOf(path, paths);
    const secrets = [base, path].flatMap((file) => [...((file && fileAt(file)?.secrets) || [])]);
    for (const [name, written] of services(path) ?? []) {
      const below = base === undefined ? undefined : services(base)?.get(name);
      const stated = extended(written, path, 0);
      const body = below ? merged(extended(below, base!, 0), stated) : stated;
      if (body.type !== 'object' || !isFilePlace(written.at)) continue;
      own.push({
        dialect: 'compose',
        type: 'service',
        name: `service ${name}`,
        body: withSecrets(body, new Map(secrets), path, isThere),
        model: undefined,
        at: headerOf(path, written.at),
        block: written.at,
        calls: [],
        role: roleOf(body, context.roleOf(path)),
        program: owner,
      });
    }
    resources.push(...own);
  }
  return { resources, comments, unresolved };

  function isThere(path: string): boolean {
    return paths.includes(path) || context.folder(path.split('/').slice(0, -1).join('/')).includes(path);
  }

  /** The files and what they include, each once. */
  function withIncluded(from: readonly string[]): readonly string[] {
    const all = [...from];
    for (let i = 0; i < all.length && all.length < 500; i++)
      for (const { path, at } of fileAt(all[i]!)?.includes ?? []) {
        if (all.includes(path)) continue;
        if (isThere(path)) all.push(path);
        else missing(path, at);
      }
    return all;
  }

  function missing(name: string, { at }: Value): void {
    const reason = { code: 'not-in-repository' as const, subject: name, settledBy: 'the file that it is taken from' };
    if (isFilePlace(at)) unresolved.push({ name, reason, at });
  }

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

/** Secrets of the service whose text is in a file of the tree: `secretFiles`, beside what Compose knows. */
function withSecrets(
  service: ObjectValue,
  secrets: ReadonlyMap<string, Value>,
  path: string,
  isThere: (path: string) => boolean,
): ObjectValue {
  const list = service.entries.get('secrets');
  const files = (list?.type === 'list' ? list.items : []).flatMap((item): Value[] => {
    const name = item.type === 'object' ? textIn(item, 'source') : item.type === 'string' ? item.value : undefined;
    const declared = name === undefined ? undefined : secrets.get(name);
    const file = declared?.type === 'object' ? declared.entries.get('file') : undefined;
    return file?.type === 'string' && isThere(beside(path, file.value)) ? [file] : [];
  });
  if (files.length === 0) return service;
  const found: Value = { type: 'list', items: files, complete: true, at: list!.at, via: [] };
  return { ...service, entries: new Map(service.entries).set('secretFiles', found) };
}

// Profiles that people start to work on the program or to test it: https://docs.docker.com/compose/how-tos/profiles/
const forTests = /^(?:test(?:s|ing)?|e2e|ci|dev(?:elopment)?|debug|local)$/i;

function roleOf(service: ObjectValue, role: Role): Role {
  const profiles = service.entries.get('profiles');
  const names = profiles?.type === 'list' ? profiles.items : [];
  const all = names.length > 0 && names.every((name) => name.type === 'string' && forTests.test(name.value));
  return all && role === 'system' ? 'test' : role;
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
