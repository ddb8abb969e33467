import * as v from 'valibot';
import { criteria } from '../criteria/catalogue.ts';
import type { FilePlace } from '../model/place.ts';
import { fileStart } from '../model/place.ts';
import { parseJson } from '../parse/json/parse.ts';
import { parseYaml } from '../parse/yaml/parse.ts';
import type { Node } from '../parse/tree.ts';
import { lineOf, type ConfigError } from './errors.ts';
import { messageOf, mistakesOf } from './messages.ts';
import { nearest } from './nearest.ts';

/** A checked file: its value, and where each part of it stands. */
export interface Checked<T> {
  value: T;
  place(...path: readonly (string | number)[]): FilePlace;
}

/** Parses and checks one file of `.soc2/`; undefined where it is wrong, with every mistake told. */
export function read<S extends v.GenericSchema>(
  file: string,
  text: string,
  schema: S,
  names: { rule: readonly string[] },
  errors: ConfigError[],
): Checked<v.InferOutput<S>> | undefined {
  const parsed = file.endsWith('.json') ? parseJson(text, { comments: false }) : parseYaml(text);
  const root = Array.isArray(parsed.tree) ? parsed.tree[0]?.root : (parsed.tree as Node | undefined);
  for (const { message, span } of parsed.problems)
    errors.push({ file, line: span.startLine, column: span.startColumn, message });
  if (Array.isArray(parsed.tree) && parsed.tree.length > 1)
    errors.push({ file, line: 1, column: 1, message: 'expected one document, found several (---)' });
  if (errors.some((error) => error.file === file)) return undefined;
  const place = (...path: readonly (string | number)[]): FilePlace => {
    const node = nodeAt(root, path);
    return node ? { file, span: node.span } : fileStart(file);
  };
  const result = v.safeParse(schema, plain(root));
  const known = { rule: names.rule, criterion: criteria.map(({ id }) => id) };
  const before = errors.length;
  const told = new Set<string>();
  for (const mistake of (result.issues ?? []).flatMap((issue) => mistakesOf(issue))) {
    const node = nodeAt(root, mistake.path, mistake.isUnknownKey) ?? root;
    const { startLine: line, startColumn: column } = (node ?? fileStart(file)).span;
    const error = { file, line, column, message: messageOf(mistake, schema) };
    if (!told.has(lineOf(error))) errors.push(error);
    told.add(lineOf(error));
  }
  checkNames(root, file, known, errors);
  return result.success && errors.length === before ? { value: result.output, place } : undefined;
}

/** The tree as plain values. Keys and texts stay as they are written: `on` is a text. */
function plain(node: Node | undefined): unknown {
  if (!node) return {};
  if (node.type === 'sequence') return node.items.map(plain);
  if (node.type === 'mapping')
    return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
  return node.value;
}

function nodeAt(root: Node | undefined, path: readonly (string | number)[], wantsKey = false): Node | undefined {
  let node = root;
  for (const [index, step] of path.entries()) {
    if (node?.type === 'sequence') node = node.items[Number(step)];
    else if (node?.type === 'mapping') {
      const entry = node.entries.findLast(({ key }) => key.text === String(step));
      if (!entry) return node;
      node = wantsKey && index === path.length - 1 ? entry.key : entry.value;
    } else return node;
  }
  return node;
}

/** Names of rules and criteria exist, wherever a file may write one. */
function checkNames(
  root: Node | undefined,
  file: string,
  known: { rule: readonly string[]; criterion: readonly string[] },
  errors: ConfigError[],
): void {
  const check = (node: Node, kind: 'rule' | 'criterion') => {
    if (node.type !== 'scalar' || typeof node.value !== 'string' || known[kind].includes(node.value)) return;
    const near = nearest(node.value, known[kind]);
    errors.push({
      file,
      line: node.span.startLine,
      column: node.span.startColumn,
      message: `there is no ${kind} "${node.value}"${near ? `; did you mean "${near}"?` : ''}`,
    });
  };
  if (root?.type !== 'mapping') return;
  for (const { key, value } of root.entries) {
    if (key.text === 'rules' && value.type === 'mapping') for (const entry of value.entries) check(entry.key, 'rule');
    if (value.type !== 'sequence') continue;
    for (const item of value.items)
      if (item.type === 'mapping')
        for (const entry of item.entries)
          if (entry.key.text === 'rule' && key.text === 'exceptions') check(entry.value, 'rule');
          else if (entry.key.text === 'criterion') check(entry.value, 'criterion');
  }
}
