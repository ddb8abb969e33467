import type { FilePlace } from '../../../model/place.ts';
import { spend, Stop, type Budget } from '../../terraform/budget.ts';
import { coreValue } from '../../../parse/yaml/scalars.ts';
import { saysTwice } from '../../../parse/parsed.ts';
import { parseYaml } from '../../../parse/yaml/parse.ts';
import type { Node, ScalarNode } from '../../../parse/tree.ts';
import { known, nil, ordered, sortedEntries, textOf, untold, viaOf, type Data, type Piece, type Text } from './data.ts';
import { joined, parted, type Stands } from './tokens.ts';

/** A tree of YAML as data; with a file, each value knows where it stands in it. */
export function dataOf(node: Node | undefined, budget: Budget, file?: string, stands: Stands = [], depth = 0): Data {
  spend(budget);
  if (!node) return nil;
  if (depth > 100) throw new Stop('too-large', 'less depth');
  const from = file === undefined ? {} : { from: { file, span: node.span } satisfies FilePlace };
  if (node.type === 'sequence')
    return { type: 'list', items: node.items.map((item) => dataOf(item, budget, file, stands, depth + 1)), ...from };
  if (node.type === 'mapping')
    return {
      type: 'map',
      entries: new Map(
        node.entries.map(({ key, value }) => [keyOf(key), dataOf(value, budget, file, stands, depth + 1)]),
      ),
      ...from,
    };
  const value = asHelmReads(node);
  if (typeof value === 'string') return parted(value, stands, from.from ? [from.from] : []);
  if (typeof value === 'number') return { type: 'number', value, whole: false, ...from };
  if (typeof value === 'boolean') return { type: 'bool', value, ...from };
  return { type: 'nil', ...from };
}

/** Helm reads YAML 1.1, with more words for true and false and another form of octal numbers: https://yaml.org/type/ */
function asHelmReads({ style, text, value }: ScalarNode): ScalarNode['value'] {
  if (style !== 'plain') return value;
  if (/^(?:y|yes|on)$/i.test(text)) return true;
  if (/^(?:n|no|off)$/i.test(text)) return false;
  return /^0[0-7]+$/.test(text) ? Number.parseInt(text, 8) : value;
}

function keyOf(key: ScalarNode): string {
  const value = asHelmReads(key);
  return typeof value === 'boolean' ? String(value) : key.text;
}

/** What `fromYaml` reads. */
export function read(text: Text, budget: Budget): Data {
  const stands: Stands = [];
  const source = joined(text.pieces, stands);
  spend(budget, 1 + (source.length >> 4));
  const { tree, problems } = parseYaml(source);
  if (problems.some((problem) => !saysTwice(problem)) || tree.length > 1)
    throw untold('not-rendered', 'fromYaml', 'YAML that can be read');
  return dataOf(tree[0]?.root, budget, undefined, stands);
}

/** YAML as Helm writes it: keys in order, items of lists not indented. Each line knows where its value came from. */
export function written(data: Data, budget: Budget): Text {
  const pieces = data.type === 'string' ? scalar(data, '  ', viaOf(data)) : lines(data, '', budget, 0);
  return textOf(pieces.at(-1)?.text === '\n' ? pieces.slice(0, -1) : pieces);
}

const newline: Piece = { text: '\n', via: [] };

function lines(data: Data, margin: string, budget: Budget, depth: number): Piece[] {
  spend(budget, 1 + (margin.length >> 4));
  if (depth > 100) throw new Stop('too-large', 'less depth');
  const via = viaOf(data);
  if (data.type === 'list' && data.items.length > 0)
    return data.items.flatMap((item, i) => [
      { text: i === 0 ? '- ' : `${margin}- `, via },
      ...lines(item, `${margin}  `, budget, depth + 1),
    ]);
  if (data.type === 'map' && data.entries.size > 0)
    return sortedEntries(data).flatMap(([key, item], i) => {
      const inner = item.type === 'list' && item.items.length > 0 ? margin : `${margin}  `;
      const nested = (item.type === 'list' && item.items.length > 0) || (item.type === 'map' && item.entries.size > 0);
      return [
        { text: `${i === 0 ? '' : margin}${quotedIfNeeded(key)}:${nested ? `\n${inner}` : ' '}`, via: viaOf(item) },
        ...lines(item, inner, budget, depth + 1),
      ];
    });
  return [...scalar(data, margin, via), newline];
}

function scalar(data: Data, margin: string, via: readonly FilePlace[]): Piece[] {
  switch (data.type) {
    case 'list':
      return [{ text: '[]', via }];
    case 'map':
      return [{ text: '{}', via }];
    case 'nil':
      return [{ text: 'null', via }];
    case 'bool':
      return [{ text: String(data.value), via }];
    case 'number':
      return [{ text: String(data.value), via }];
    case 'unknown':
      return [{ text: '', via, unknown: data.reason }];
    case 'host':
      throw untold('not-evaluated', 'toYaml of an object of Helm', 'a field of it');
    case 'string': {
      if (data.pieces.some((piece) => piece.unknown))
        return data.pieces.length === 1 ? [...data.pieces] : inQuotes(data.pieces);
      return [{ text: textScalar(known(data), margin), via }];
    }
  }
}

/** A JSON text, some of it unknown. */
export const inQuotes = (pieces: readonly Piece[]): Piece[] => [
  { text: '"', via: [] },
  ...pieces.map((piece) => (piece.unknown ? piece : { text: JSON.stringify(piece.text).slice(1, -1), via: piece.via })),
  { text: '"', via: [] },
];

function textScalar(text: string, margin: string): string {
  if (text.includes('\n') && /^\S/.test(text) && !/[^\n\t\x20-\uFFFF]/.test(text)) {
    const [, body = '', end = ''] = /^([^]*?)(\n*)$/.exec(text)!;
    return `|${end === '' ? '-' : end === '\n' ? '' : '+'}\n${body
      .split('\n')
      .map((line) => (line === '' ? '' : margin + line))
      .join('\n')}${end.slice(1)}`;
  }
  return quotedIfNeeded(text);
}

// Read as something else than a text by readers of YAML 1.1: https://yaml.org/type/bool.html
const otherwiseRead =
  /^(?:y|n|yes|no|on|off|=|<<|\.nan|[-+]?0[xobXOB].*|[-+]?[\d_.,:]+(?:[eE][-+]?\d+)?|\d{4}-\d\d?-\d\d?.*)$/i;

function quotedIfNeeded(text: string): string {
  if (otherwiseRead.test(text) || typeof coreValue(text) !== 'string' || /[\p{Cc}\\]/u.test(text))
    return JSON.stringify(text);
  if (/^[\s\-?:,[\]{}#&*!|>'"%@`]|:\s|:$|\s#|\s$/.test(text) && !/^[-?:][^\s]/.test(text))
    return `'${text.replaceAll("'", "''")}'`;
  return text;
}

/** JSON as Helm writes it, with keys in order. */
export function json(data: Data, budget: Budget, depth = 0): Piece[] {
  spend(budget);
  if (depth > 100) throw new Stop('too-large', 'less depth');
  const via = viaOf(data);
  if (data.type === 'list' || data.type === 'map') {
    const [open, close] = data.type === 'list' ? ['[', ']'] : ['{', '}'];
    const inner = ordered(data).flatMap(([key, item], i) => [
      { text: `${i > 0 ? ',' : ''}${typeof key === 'string' ? `${JSON.stringify(key)}:` : ''}`, via: [] },
      ...json(item, budget, depth + 1),
    ]);
    return [{ text: open, via }, ...inner, { text: close, via }];
  }
  if (data.type === 'string') return inQuotes(data.pieces);
  if (data.type === 'unknown') return inQuotes([{ text: '', via, unknown: data.reason }]);
  return scalar(data, '', via);
}
