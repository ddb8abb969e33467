import { parseYaml } from '../../parse/yaml/parse.ts';
import { fileStart, isFilePlace } from '../../model/place.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { program, type Comment, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import { valueOf } from '../tree-value.ts';
import type { SettingsModel } from './model.ts';

/** Reads settings files: the file itself, and its branches, rulesets and environments as resources of their own. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const all = context.files.list();
  const resources: Resource<SettingsModel>[] = [];
  const comments: Comment[] = [];
  for (const path of paths) {
    const text = context.text(path);
    if (text === undefined) continue;
    const { tree, problems, comments: written } = parseYaml(text);
    for (const { message, span, kind } of problems)
      context.problem({ kind, message, location: { file: path, ...span } });
    const body = valueOf(tree[0]?.root, path);
    if (body?.type !== 'object') continue;
    const own = resourcesOf(path, body, modelOf(path, all, body), context);
    resources.push(...own);
    comments.push(
      ...written.map(({ text: comment, span }) => ({
        text: comment,
        at: { file: path, span },
        covers: coveredBy(own, path, span.startLine),
      })),
    );
  }
  return { resources, comments, unresolved: [] };
}

// safe-settings keeps settings in levels, each in a folder of its own: https://github.com/github/safe-settings
function modelOf(path: string, all: readonly string[], body: ObjectValue): SettingsModel {
  const folder = path.slice(0, path.lastIndexOf('.github/') + '.github/'.length);
  if (path.startsWith(`${folder}repos/`)) {
    const repository = body.entries.get('repository');
    const name = repository?.type === 'object' ? repository.entries.get('name') : undefined;
    const repositoryName =
      name?.type === 'string' ? name.value : path.slice(`${folder}repos/`.length).replace(/\.ya?ml$/, '');
    return { app: 'safe-settings', level: 'repository', repository: repositoryName };
  }
  if (path.startsWith(`${folder}suborgs/`)) return { app: 'safe-settings', level: 'suborganization' };
  const levels = all.some(
    (other) =>
      other.startsWith(`${folder}repos/`) ||
      other.startsWith(`${folder}suborgs/`) ||
      other === `${folder}deployment-settings.yml`,
  );
  return levels ? { app: 'safe-settings', level: 'organization' } : { app: 'settings', level: 'repository' };
}

const parts = { branches: 'branch', rulesets: 'ruleset', environments: 'environment' } as const;

function resourcesOf(
  path: string,
  written: ObjectValue,
  model: SettingsModel,
  context: DialectContext,
): Resource<SettingsModel>[] {
  const resources: Resource<SettingsModel>[] = [];
  const owner = program('github-settings', path, resources);
  const whole = written.entries.has('_extends') ? extended(written) : written;
  const add = (type: string, name: string, body: ObjectValue) => {
    const at = isFilePlace(body.at) ? body.at : fileStart(path);
    resources.push({
      dialect: 'github-settings',
      type,
      name,
      body,
      model,
      at: { file: path, span: firstLine(at.span) },
      block: at,
      calls: [],
      role: context.roleOf(path),
      program: owner,
    });
  };
  add('settings', path, whole);
  for (const [key, type] of Object.entries(parts)) {
    const list = whole.entries.get(key);
    if (list?.type !== 'list') continue;
    for (const [index, item] of list.items.entries())
      if (item.type === 'object') add(type, `${type} ${nameOf(item) ?? index + 1} of ${path}`, item);
  }
  return resources;
}

const firstLine = ({ startLine, startColumn }: { startLine: number; startColumn: number }) => ({
  startLine,
  startColumn,
  endLine: startLine,
  endColumn: startColumn + 1,
});

function nameOf(item: ObjectValue): string | undefined {
  const name = item.entries.get('name');
  return name?.type === 'string' ? name.value : undefined;
}

const elsewhere = {
  code: 'not-in-repository' as const,
  subject: 'the settings file that _extends names',
  settledBy: 'writing the setting here',
};

/** A file that extends another may get from there what it does not state. */
function extended<T extends Value>(value: T): T {
  if (value.type === 'object') {
    const entries = new Map([...value.entries].map(([key, inner]) => [key, extended(inner)]));
    return { ...value, entries, complete: false, reason: elsewhere };
  }
  return value.type === 'list'
    ? { ...value, items: value.items.map(extended), complete: false, reason: elsewhere }
    : value;
}

/** The innermost resource around a line, or that begins right after it. */
function coveredBy(resources: readonly Resource[], file: string, line: number) {
  const [whole, ...inner] = resources;
  const around = inner.find(({ block: { span } }) => span.startLine <= line + 1 && line <= span.endLine);
  return (around ?? whole)?.block ?? fileStart(file);
}
