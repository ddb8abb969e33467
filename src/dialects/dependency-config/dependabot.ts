import { parseYaml } from '../../parse/yaml/parse.ts';
import { fileStart, isFilePlace } from '../../model/place.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import type { Comment, DialectContext } from '../dialect.ts';
import { valueOf } from '../tree-value.ts';
import type { Stated } from './read.ts';

/** An entry of dependabot.yml. */
export interface DependabotModel {
  /** Whether GitHub reads the file: at its place, and of version 2. */
  effective: boolean;
}

// https://docs.github.com/en/code-security/dependabot/working-with-dependabot/dependabot-options-reference
export function readDependabot(
  path: string,
  text: string,
  context: DialectContext,
): { stated: Stated[]; comments: Comment[] } {
  const { tree, problems, comments } = parseYaml(text);
  for (const { message, span, kind } of problems) context.problem({ kind, message, location: { file: path, ...span } });
  const file = valueOf(tree[0]?.root, path);
  if (file?.type !== 'object') return { stated: [], comments: [] };
  const version = file.entries.get('version');
  const model: DependabotModel = {
    effective:
      /^\.github\/dependabot\.ya?ml$/.test(path) &&
      (version?.type === 'number' || version?.type === 'string') &&
      Number(version.value) === 2,
  };
  const updates = objectsOf(file.entries.get('updates')).map((body): Stated => ({
    ...placed(body, path),
    type: 'dependabot-update',
    name: `${nameOf(body, 'package-ecosystem')} updates in ${nameOf(body, 'directory', 'directories')}`,
    body,
    model,
  }));
  const registries = file.entries.get('registries');
  const registered = registries?.type === 'object' ? [...registries.entries] : [];
  const sources = registered.flatMap(([name, body]): Stated[] =>
    body.type === 'object'
      ? [{ ...placed(body, path), type: 'dependabot-registry', name: `registry ${name} of ${path}`, body, model }]
      : [],
  );
  const stated = [...updates, ...sources];
  return {
    stated,
    comments: comments.map(({ text: comment, span }) => ({
      text: comment,
      at: { file: path, span },
      covers: stated.find(
        ({ block }) => block!.span.startLine <= span.startLine + 1 && span.startLine <= block!.span.endLine,
      )?.block ?? {
        file: path,
        span: { ...span, startLine: 1, startColumn: 1, endLine: text.split('\n').length + 1, endColumn: 1 },
      },
    })),
  };
}

const objectsOf = (value: Value | undefined): ObjectValue[] =>
  value?.type === 'list' ? value.items.filter((item): item is ObjectValue => item.type === 'object') : [];

function placed(body: ObjectValue, path: string) {
  const block = isFilePlace(body.at) ? body.at : fileStart(path);
  const { startLine, startColumn } = block.span;
  return {
    block,
    at: { file: path, span: { startLine, startColumn, endLine: startLine, endColumn: startColumn + 1 } },
  };
}

function nameOf(body: ObjectValue, ...keys: readonly string[]): string {
  const value = keys.map((key) => body.entries.get(key)).find((v) => v !== undefined);
  if (value?.type === 'string') return value.value;
  return value?.type === 'list'
    ? value.items.map((item) => (item.type === 'string' ? item.value : '?')).join(', ')
    : '?';
}
