import type { FilePlace, Place } from '../../../model/place.ts';
import { isFilePlace } from '../../../model/place.ts';
import type { Value } from '../../../model/value.ts';
import { valueOf } from '../../tree-value.ts';
import type { Data } from '../deep.ts';
import { textOfNumber } from '../numbers.ts';
import { nothing } from '../values.ts';
import { wrong } from './definition.ts';
import { late } from './late.ts';

/** One document, as `yamldecode` takes it; its places are that of the text, or lines of the file that the text is. */
export function decodeYaml(source: string, at: Place): Value {
  const { tree, problems } = late().parseYaml(source);
  if (problems.length > 0 || tree.length > 1) throw wrong('YAML of one document');
  const root = tree[0]?.root;
  if (!root) return nothing(at);
  const file = isFilePlace(at) ? at.file : '';
  return placed(valueOf(root, file), isFilePlace(at) ? at : undefined);
}

/** A text from `file()` begins at the beginning of its file; of any other text only the whole place is certain. */
function placed(value: Value, at: FilePlace | undefined): Value {
  if (!at || isWholeFile(at)) return value;
  const own = { ...value, at };
  if (own.type === 'list') return { ...own, items: own.items.map((item) => placed(item, at)) };
  if (own.type !== 'object') return own;
  const { keys: _keys, ...rest } = own;
  return { ...rest, entries: new Map([...own.entries].map(([key, item]) => [key, placed(item, at)])) };
}

const isWholeFile = ({ span }: FilePlace): boolean =>
  span.startLine === 1 && span.startColumn === 1 && span.endLine === 1 && span.endColumn === 1;

/** YAML as `yamlencode` writes it: keys and texts in quotes, two spaces of indentation. */
export function encodeYaml(data: Data): string {
  return `${lines(data).join('\n')}\n`;
}

function lines(data: Data): string[] {
  if (Array.isArray(data)) return data.length === 0 ? ['[]'] : data.flatMap((item) => hung('- ', lines(item)));
  if (!(data instanceof Map)) return scalar(data);
  if (data.size === 0) return ['{}'];
  return [...data]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([key, value]) => entry(JSON.stringify(key), value));
}

function entry(key: string, value: Data): string[] {
  const inner = lines(value);
  if (Array.isArray(value) && value.length > 0) return [`${key}:`, ...inner];
  if (value instanceof Map && value.size > 0) return [`${key}:`, ...inner.map((line) => `  ${line}`)];
  return [`${key}: ${inner[0]}`, ...inner.slice(1).map((line) => (line === '' ? '' : `  ${line}`))];
}

const hung = (mark: string, inner: readonly string[]): string[] =>
  inner.map((line, i) => (i === 0 ? mark + line : line === '' ? '' : `  ${line}`));

function scalar(data: null | string | number | boolean): string[] {
  if (typeof data === 'number') return [textOfNumber(data)];
  if (typeof data !== 'string') return [String(data)];
  if (!data.includes('\n')) return [JSON.stringify(data)];
  const ends = data.endsWith('\n');
  const body = (ends ? data.slice(0, -1) : data).split('\n');
  return [ends ? '|' : '|-', ...body];
}
