import MarkdownIt from 'markdown-it';
import type { Span } from '../../model/place.ts';
import { linesOf } from '../lines.ts';
import type { Parsed, SourceComment } from '../parsed.ts';
import { blockAt } from '../yaml/comments.ts';
import { frontOf } from './front-matter.ts';
import { gridTables } from './grid.ts';
import { htmlDefinitions, htmlTables, withoutTags } from './html.ts';
import { headingBefore } from './under.ts';
import type { Definition, Heading, Link, MarkdownTree, Piece, Table } from './tree.ts';

// html: tags are kept apart from the text. Nesting is bounded by markdown-it itself (100 levels).
// Policies are written for pandoc too, where an indented line below `a.` is a list: indented code is read as text.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false }).disable('code');
type Token = ReturnType<typeof markdown.parse>[number];

/** A comment with the text that it covers: the block below it, a whole section before a heading, all before everything. */
type CoveringComment = SourceComment & { covers(): Span };

/** Parses a document. Never throws; a front matter that can't be read is a problem and costs itself. */
export function parseMarkdown(
  source: string,
): Omit<Parsed<MarkdownTree>, 'comments'> & { comments: readonly CoveringComment[] } {
  // A carriage return alone ends no line for anyone but markdown-it.
  const text = source.replace(/\r(?!\n)/g, ' ');
  const bom = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const lines = text
    .slice(bom)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  const front = frontOf(lines);
  const body = lines.map((line, i) => (i < front.lines ? '' : line));
  const tokens = markdown.parse(body.join('\n'), {});
  const whole = lineSpan(lines, 0, lines.length);
  const { prose, tagged, comments: written } = proseOf(body, tokens);
  const tree: MarkdownTree = {
    frontMatter: front.frontMatter,
    headings: [...headingsOf(tokens, lines), ...htmlHeadings(tagged.split('\n'))].sort((a, b) =>
      before(a.span, b.span),
    ),
    blocks: blocksOf(tokens, lines),
    tables: [
      ...tablesOf(tokens, lines),
      ...gridTables(tagged.split('\n')),
      ...htmlTables(tagged, linesOf(tagged).span),
    ].sort((a, b) => before(a.span, b.span)),
    definitions: [
      ...definitionsOf(tokens, lines),
      ...tokens.flatMap(({ type, map, content }) =>
        type === 'html_block' && map && !/<table/i.test(content) ? htmlDefinitions(content, map[0] + 1) : [],
      ),
    ].sort((a, b) => before(a.value.span, b.value.span)),
    links: linksOf(tokens, lines),
    prose,
    span: whole,
  };
  const starts = blockStarts(tokens, lines);
  return {
    tree,
    problems: front.problems,
    comments: [
      ...front.comments.map((comment) => ({ ...comment, covers: () => blockAt(front.documents, comment) })),
      ...written.map((comment) => ({ ...comment, covers: () => coveredBy(comment, tree, starts, whole) })),
    ],
  };
}

const before = (a: Span, b: Span): number => a.startLine - b.startLine || a.startColumn - b.startColumn;

/** From the first to before the last line, without the blanks around. */
function lineSpan(lines: readonly string[], start: number, end: number): Span {
  let last = Math.max(start, end - 1);
  while (last > start && lines[last]?.trim() === '') last--;
  const first = lines[start] ?? '';
  return {
    startLine: start + 1,
    startColumn: first.length - first.trimStart().length + 1,
    endLine: last + 1,
    endColumn: (lines[last]?.trimEnd().length ?? 0) + 1,
  };
}

/** The text of an inline token: links by their text, code by its content. */
const plain = (token: Token | undefined): string =>
  (token?.children ?? [])
    .map(({ type, content }) =>
      type === 'text' || type === 'code_inline' || type === 'image'
        ? content
        : type === 'softbreak' || type === 'hardbreak'
          ? ' '
          : type === 'html_inline' && /^<br/i.test(content)
            ? ' '
            : '',
    )
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

const headingsOf = (tokens: readonly Token[], lines: readonly string[]): Heading[] =>
  tokens.flatMap((token, i) =>
    token.type === 'heading_open' && token.map
      ? [
          {
            level: Number(token.tag.slice(1)),
            text: plain(tokens[i + 1]),
            span: lineSpan(lines, token.map[0], token.markup.startsWith('#') ? token.map[1] : token.map[1] - 1),
          },
        ]
      : [],
  );

const htmlHeadings = (lines: readonly string[]): Heading[] =>
  lines.flatMap((line, i) =>
    [...line.matchAll(/<h([1-6])\b[^<>]*>(.{0,300}?)<\/h\1>/gi)].map(([whole, level, text = ''], _, all) => ({
      level: Number(level),
      text: withoutTags(text),
      span: {
        ...lineSpan(lines, i, i + 1),
        ...(all.length === 1 && {
          startColumn: line.indexOf(whole) + 1,
          endColumn: line.indexOf(whole) + whole.length + 1,
        }),
      },
    })),
  );

function blocksOf(tokens: readonly Token[], lines: readonly string[]): Piece[] {
  const blocks: Piece[] = [];
  let row: [number, number] | null = null;
  tokens.forEach((token, i) => {
    if (token.type === 'tr_open') row = token.map;
    const map = token.map ?? row;
    if (token.type === 'inline' && map && tokens[i - 1]?.type !== 'heading_open') {
      const text = plain(token);
      if (text !== '') blocks.push({ text, span: lineSpan(lines, map[0], map[1]) });
    }
    if (token.type === 'html_block' && map) {
      const text = withoutTags(token.content);
      if (text !== '') blocks.push({ text, span: lineSpan(lines, map[0], map[1]) });
    }
  });
  return blocks;
}

function tablesOf(tokens: readonly Token[], lines: readonly string[]): Table[] {
  const tables: Table[] = [];
  let table: { header: Piece[]; rows: Piece[][]; span: Span } | undefined;
  let row: Piece[] = [];
  let at = 0;
  let edges: number[] = [];
  tokens.forEach((token, i) => {
    if (token.type === 'table_open' && token.map) {
      table = { header: [], rows: [], span: lineSpan(lines, ...token.map) };
      tables.push(table);
    } else if (token.type === 'tr_open' && token.map) {
      row = [];
      at = token.map[0];
      edges = edgesOf(lines[at] ?? '');
    } else if (token.type === 'th_open' || token.type === 'td_open')
      row.push({ text: plain(tokens[i + 1]), span: cellSpan(lines[at] ?? '', at, edges, row.length) });
    else if (token.type === 'tr_close' && table) {
      if (table.header.length === 0 && table.rows.length === 0) table.header = row;
      else table.rows.push(row);
    }
  });
  // A table needs a header in Markdown: an empty one says that there is none.
  return tables.map(({ header, ...rest }) => ({
    ...rest,
    header: header.some(({ text }) => text !== '') ? header : [],
  }));
}

/** Where the cells of a line begin and end, from bar to bar. */
function edgesOf(line: string): number[] {
  const bars = [...line.matchAll(/(?<!\\)\|/g)].map((match) => match.index);
  return line.trimStart().startsWith('|') ? bars : [-1, ...bars];
}

function cellSpan(line: string, index: number, edges: readonly number[], cell: number): Span {
  const from = (edges[cell] ?? line.length - 1) + 1;
  const to = edges[cell + 1] ?? line.length;
  const raw = line.slice(from, to);
  const startColumn = from + (raw.length - raw.trimStart().length) + 1;
  return {
    startLine: index + 1,
    startColumn,
    endLine: index + 1,
    endColumn: Math.max(startColumn, from + raw.trimEnd().length + 1),
  };
}

const definition =
  /^(\s*(?:(?:[-*+]|\d+[.)])\s+|>\s*)*(\*\*|__|\*|_|)(\p{L}[\p{L}\d /&'()-]{0,48}?)(?::\2|\2\s*:)\s*)(\S.*?)\s*(?:\\|<br\s*\/?>)?\s*$/u;

// `**Owner** CTO` and `*Owner: CTO*`.
const emphasised =
  /^(\s*(?:(?:[-*+]|\d+[.)])\s+|>\s*)*(\*\*|__|\*|_)(\p{L}[\p{L}\d /&'()-]{0,48}?)(?:\2\s+(?=[\p{Lu}\d])|:\s+))(\S.*?)\s*(?:\\|<br\s*\/?>)?\s*$/u;

/** Lines of paragraphs and list items that say `key: value`; several on one line stand apart by bars. */
function definitionsOf(tokens: readonly Token[], lines: readonly string[]): Definition[] {
  const own = new Set<number>();
  tokens.forEach((token, i) => {
    if (token.type === 'inline' && token.map && tokens[i - 1]?.type === 'paragraph_open')
      for (let line = token.map[0]; line < token.map[1]; line++) own.add(line);
  });
  return [...own].flatMap((index) => {
    let offset = 0;
    return lines[index]!.slice(0, 1000)
      .split(/(\s+[|·•]\s+)/)
      .flatMap((part, i): Definition[] => {
        const start = offset;
        offset += part.length;
        const match = i % 2 === 0 ? (definition.exec(part) ?? emphasised.exec(part)) : '';
        if (!match) return [];
        const [, lead = '', , key = '', value = ''] = match;
        const column = start + lead.length + 1;
        const span = {
          startLine: index + 1,
          startColumn: column,
          endLine: index + 1,
          endColumn: column + value.length,
        };
        return [{ key: key.trim(), value: { text: withoutMarks(value), span } }];
      });
  });
}

const withoutMarks = (text: string): string =>
  withoutTags(text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\*\*|__|`/g, '')).replace(/^[*_]|[*_]$/g, '');

function linksOf(tokens: readonly Token[], lines: readonly string[]): Link[] {
  let row: [number, number] | null = null;
  return tokens.flatMap((token) => {
    if (token.type === 'tr_open') row = token.map;
    const map = token.map ?? row;
    if (token.type !== 'inline' || !map) return [];
    const from: Cursor = { line: map[0], column: 0 };
    return (token.children ?? []).flatMap((child): Link[] => {
      const target =
        child.type === 'link_open'
          ? String(child.attrGet('href') ?? '')
          : child.type === 'image'
            ? String(child.attrGet('src') ?? '')
            : '';
      if (!target) return [];
      const span = find(lines, map, decoded(target), from);
      return [{ target: decoded(target), span }];
    });
  });
}

// markdown-it escapes what may not stand in a URL: people wrote it as it is.
function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/** Where a target stands among the lines, behind the link before it; of a reference, where the block begins. */
function find(lines: readonly string[], map: [number, number], target: string, from: Cursor): Span {
  for (let line = from.line; line < map[1]; line++) {
    const at = lines[line]!.indexOf(`](${target}`, line === from.line ? from.column : 0);
    if (at < 0) continue;
    from.line = line;
    from.column = at + target.length;
    return { startLine: line + 1, startColumn: at + 3, endLine: line + 1, endColumn: at + target.length + 3 };
  }
  return lineSpan(lines, map[0], map[0] + 1);
}

/** Links are met in their order: each is looked for behind the one before. */
interface Cursor {
  line: number;
  column: number;
}

/** The lines without code, comments and tags; the text with its tags; and the comments. */
function proseOf(body: readonly string[], tokens: readonly Token[]) {
  const code = new Set<number>();
  for (const { type, map } of tokens) if (type === 'fence' && map) for (let i = map[0]; i < map[1]; i++) code.add(i);
  const shown = body.map((line, i) => (code.has(i) ? '' : line));
  const text = shown.join('\n');
  const positions = linesOf(text);
  const found = commentsIn(text);
  const tagged = blank(text, found);
  const spans = [...tagged.matchAll(/<\/?[a-zA-Z][^<>]*>|`[^`\n]+`/g)].map(
    ({ index, 0: whole }) => [index, index + whole.length] as const,
  );
  const comments = found.map(([start, end]): SourceComment => ({
    text: text.slice(start + (text[start] === '<' ? 4 : 3), end - 3).trim(),
    span: positions.span(start, end),
    ownLine: text.slice(text.lastIndexOf('\n', start) + 1, start).trim() === '',
  }));
  return { prose: blank(tagged, spans).split('\n'), tagged, comments };
}

/** Comments of HTML and MDX, in order. One that isn't closed is none. */
function commentsIn(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (const [open, close] of [
    ['<!--', '-->'],
    ['{/*', '*/}'],
  ] as const)
    for (let start = text.indexOf(open); start >= 0;) {
      const end = text.indexOf(close, start + open.length);
      if (end < 0) break;
      found.push([start, end + 3]);
      start = text.indexOf(open, end + 3);
    }
  found.sort(([a], [b]) => a - b);
  return found.filter(([start], i) => i === 0 || start >= found[i - 1]![1]);
}

/** The text with these stretches blanked; line ends stay. */
function blank(text: string, stretches: readonly (readonly [number, number])[]): string {
  let result = '';
  let last = 0;
  for (const [start, end] of stretches) {
    result += text.slice(last, start) + text.slice(start, end).replace(/[^\n]/g, ' ');
    last = end;
  }
  return result + text.slice(last);
}

/** The lines at which blocks of the first level stand, for what a comment precedes. */
const blockStarts = (tokens: readonly Token[], lines: readonly string[]): Span[] =>
  tokens.flatMap(({ level, map, nesting, type, content }) =>
    level === 0 && map && nesting >= 0 && !(type === 'html_block' && withoutTags(content) === '')
      ? [lineSpan(lines, map[0], map[1])]
      : [],
  );

function coveredBy(comment: SourceComment, tree: MarkdownTree, blocks: readonly Span[], whole: Span): Span {
  const { startLine, endLine } = comment.span;
  // Blocks of the first level stand one behind the other.
  const behind = firstAfter(blocks, startLine);
  const here = blocks[behind - 1];
  const inside = here && endLine <= here.endLine ? here : undefined;
  if (inside && !comment.ownLine) return inside;
  if (!blocks[0] || blocks[0].endLine >= startLine) return whole;
  const next = blocks[behind];
  if (!next) return inside ?? comment.span;
  const index = headingBefore(tree.headings, next.startLine);
  const heading = tree.headings[index];
  if (heading?.span.startLine !== next.startLine) return next;
  const end = tree.headings.slice(index + 1).find((other) => other.level <= heading.level);
  return end
    ? { ...next, endLine: end.span.startLine, endColumn: 1 }
    : { ...next, endLine: whole.endLine, endColumn: whole.endColumn };
}

/** The index of the first block that begins behind a line. */
function firstAfter(blocks: readonly Span[], line: number): number {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.startLine > line) high = middle;
    else low = middle + 1;
  }
  return low;
}
