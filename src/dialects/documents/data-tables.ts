import type { Span } from '../../model/place.ts';
import { parseCsv } from '../../parse/csv/parse.ts';
import { parseJson } from '../../parse/json/parse.ts';
import { entriesOf } from '../../parse/look.ts';
import type { Piece, Table } from '../../parse/markdown/tree.ts';
import type { SyntaxProblem } from '../../parse/parsed.ts';
import type { MappingNode, Node } from '../../parse/tree.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';

/** The rows of a data file as a table: what is a key in YAML and JSON is a column. */
export function tablesOf(path: string, text: string): { tables: Table[]; problems: readonly SyntaxProblem[] } {
  if (/\.csv$/i.test(path)) {
    const { tree, problems } = parseCsv(text);
    const [header, ...rows] = tree;
    const last = tree.at(-1)?.at(-1)?.span;
    return {
      tables: header && last ? [{ header, rows, span: { ...header[0]!.span, endLine: last.endLine } }] : [],
      problems,
    };
  }
  const { roots, problems } = rootsOf(path, text);
  return { tables: roots.flatMap((root) => listsIn(root).flatMap(tableOf)), problems };
}

function rootsOf(path: string, text: string): { roots: Node[]; problems: readonly SyntaxProblem[] } {
  if (/\.json$/i.test(path)) {
    const { tree, problems } = parseJson(text);
    return { roots: tree ? [tree] : [], problems };
  }
  const { tree, problems } = parseYaml(text);
  return { roots: tree.flatMap(({ root }) => root ?? []), problems };
}

interface Row {
  /** The key it stands under, where the list is a mapping of names. */
  name?: Piece;
  node: MappingNode;
}

/** A list of mappings, lists of mappings under a key, or a mapping of names to mappings. */
function listsIn(root: Node): Row[][] {
  if (root.type === 'sequence') return [root.items.flatMap((node) => (node.type === 'mapping' ? [{ node }] : []))];
  const below = entriesOf(root);
  const lists = below.flatMap(({ value }) => (value.type === 'sequence' ? listsIn(value) : []));
  if (lists.some((rows) => rows.length > 0)) return lists;
  // `vendors: { Stripe: {…}, … }`: names under a key for all of them.
  const named = below.filter(({ value }) => ofMappings(value));
  if (named.length > 0 && named.length === below.filter(({ value }) => value.type === 'mapping').length)
    return named.flatMap(({ value }) => listsIn(value));
  return [
    below.flatMap(({ key, value }): Row[] =>
      value.type === 'mapping' ? [{ name: { text: key.text, span: key.span }, node: value }] : [],
    ),
  ];
}

const ofMappings = (node: Node): boolean =>
  node.type === 'mapping' && node.entries.length > 0 && node.entries.every(({ value }) => value.type === 'mapping');

function tableOf(rows: readonly Row[]): Table[] {
  const [first] = rows;
  if (!first) return [];
  const columns = new Map<string, Piece>();
  if (first.name) columns.set('name', { text: 'name', span: first.name.span });
  for (const { node } of rows)
    for (const { key } of node.entries)
      if (!columns.has(key.text)) columns.set(key.text, { text: key.text, span: key.span });
  const header = [...columns.values()];
  return [
    {
      header,
      rows: rows.map(({ name, node }) =>
        header.map(({ text }) => {
          if (name && text === 'name') return name;
          const value = entriesOf(node).find(({ key }) => key.text === text)?.value;
          return value ? { text: told(value), span: value.span } : { text: '', span: firstLine(node.span) };
        }),
      ),
      span: { ...first.node.span, endLine: rows.at(-1)!.node.span.endLine },
    },
  ];
}

const firstLine = ({ startLine, startColumn }: Span): Span => ({
  startLine,
  startColumn,
  endLine: startLine,
  endColumn: startColumn + 1,
});

/** A value as a reader would say it: items of a list one behind the other. */
function told(node: Node): string {
  if (node.type === 'scalar') return node.value === null ? '' : node.text;
  const parts = node.type === 'sequence' ? node.items : node.entries.map(({ value }) => value);
  return parts.map(told).filter(Boolean).join('; ');
}
