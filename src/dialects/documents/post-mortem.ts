import type { Field } from '../../criteria/register-fields.ts';
import { registers } from '../../criteria/registers.ts';
import { entriesOf, textOf } from '../../parse/look.ts';
import type { Heading, MarkdownTree, Piece, Table } from '../../parse/markdown/tree.ts';
import { wordsOf } from './identify.ts';

const { fields } = registers['post-mortem'];
const names = Object.keys(fields) as Field[];
const fieldOf = (said: string): Field | undefined => {
  const words = wordsOf(said.replace(/^[\d.\s]+/, '')).join(' ');
  return names.find((field) => fields[field]!.called.test(words));
};

/** What reports on incidents have headings for: a text without any is something else. */
const telling: readonly Field[] = ['timeline', 'impact', 'cause', 'actions'];

/** A report on an incident as a table of one row: what stands under its headings, and what it says of itself at its top. */
export function reportIn(tree: MarkdownTree, path: string): Table | undefined {
  const title = tree.headings.find(({ level }) => level === 1);
  const said = new Map<Field, Piece>();
  const say = (field: Field | undefined, piece: Piece | undefined) => {
    if (field && piece && piece.text.trim() !== '' && !said.has(field)) said.set(field, piece);
  };
  for (const { key, value } of entriesOf(tree.frontMatter?.root))
    say(fieldOf(key.text), { text: textOf(value) ?? '', span: value.span });
  for (const { key, value } of tree.definitions) say(fieldOf(key), value);
  for (const [index, heading] of tree.headings.entries()) {
    if (heading === title) continue;
    say(fieldOf(heading.text), textUnder(tree, index));
    if (fieldOf(heading.text) === 'actions') say('open', openIn(tree, index));
  }
  if (!telling.some((field) => said.has(field))) return undefined;
  const start: Piece = { text: '', span: title?.span ?? { ...tree.span, endLine: 1, endColumn: 1 } };
  say('what', title);
  const day = /\b\d{4}-\d{2}-\d{2}\b/.exec(path.slice(path.lastIndexOf('/') + 1))?.[0];
  if (day !== undefined) say('date', { ...start, text: day });
  return {
    header: names.map((text) => ({ text, span: start.span })),
    rows: [names.map((field) => said.get(field) ?? start)],
    span: tree.span,
  };
}

/** From a heading to the next one of its level: first and last line. */
function linesUnder(tree: MarkdownTree, index: number): [number, number] {
  const { level, span } = tree.headings[index]!;
  const next = tree.headings.slice(index + 1).find((heading: Heading) => heading.level <= level);
  return [span.endLine + 1, next ? next.span.startLine - 1 : Infinity];
}

function textUnder(tree: MarkdownTree, index: number): Piece | undefined {
  const [from, to] = linesUnder(tree, index);
  const own = tree.blocks.filter(({ span }) => span.startLine >= from && span.startLine <= to);
  return own[0] && { text: own.map(({ text }) => text).join('; '), span: own[0].span };
}

/** Boxes that are not ticked, and rows whose state is not an end. */
function openIn(tree: MarkdownTree, index: number): Piece | undefined {
  const [from, to] = linesUnder(tree, index);
  const boxes = tree.prose.flatMap((line, i): Piece[] => {
    const box = i + 1 >= from && i + 1 <= to ? /^\s*[-*+]\s+\[ \]\s+(.*)$/.exec(line)?.[1] : undefined;
    return box === undefined
      ? []
      : [{ text: box.trim(), span: { startLine: i + 1, startColumn: 1, endLine: i + 1, endColumn: line.length + 1 } }];
  });
  const rows = tree.tables
    .filter(({ span }) => span.startLine >= from && span.startLine <= to)
    .flatMap(({ header, rows: all }) => {
      const state = header.findIndex(({ text }) => /^(?:status|state)$/i.test(text));
      return all.filter((row) =>
        /^(?:open|to ?do|pending|planned|not started|in progress|new)$/i.test(row[state]?.text ?? ''),
      );
    })
    .map((row) => row[0]!);
  const [first, ...others] = [...boxes, ...rows];
  return first && { text: [first, ...others].map(({ text }) => text).join('; '), span: first.span };
}
