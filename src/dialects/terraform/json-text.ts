import type { FilePlace, Place, Span } from '../../model/place.ts';
import { parseJson } from '../../parse/json/parse.ts';
import { saysTwice } from '../../parse/parsed.ts';
import type { Node } from '../../parse/tree.ts';
import type { UnknownValue, Value } from '../../model/value.ts';
import type { Piece } from './template.ts';
import { bool, list, nothing, number, object, string, unknown, withMarks } from './values.ts';

/** Where a stretch of the parsed text is written. */
type Positions = (span: Span) => Place;
/** What a string of the parsed text stands for, where it isn't itself. */
type Special = (text: string, at: Place) => Value | undefined;

const looksLikeJson = (text: string): boolean => /^\s*[{[]/.test(text) && /[}\]]\s*$/.test(text);

/** The tree of a literal text, when it is a JSON object or array. */
export function jsonInLiteral(text: string, at: FilePlace, indent = 0): Value | undefined {
  return looksLikeJson(text) ? parsed(text, positionsInLiteral(at, indent), () => undefined) : undefined;
}

/** The tree of a JSON file's text; undefined where it is not JSON. */
export const jsonInFile = (text: string, file: string): Value | undefined =>
  parsed(text, shifted(file, 0), () => undefined);

/** The tree of a text whose places are not known better than `at`. */
export const jsonAt = (text: string, at: Place): Value | undefined =>
  parsed(
    text,
    () => at,
    () => undefined,
  );

// Unknown pieces stand in the text as private-use characters while it is parsed.
const opening = '\ue000';
const closing = '\ue001';

/** The tree of a rendered template: known in part where pieces of the text are not. */
export function jsonInPieces(pieces: readonly Piece[], at: FilePlace): Value | undefined {
  const first = pieces[0];
  if (!first || !('text' in first) || !/^\s*[{[]/.test(first.text)) return undefined;
  const segments: { start: number; piece: Piece }[] = [];
  const unknowns: UnknownValue[] = [];
  let text = '';
  let quoted = false;
  for (const piece of pieces) {
    segments.push({ start: text.length, piece });
    if ('text' in piece) {
      quoted = isQuotedAfter(piece.text, quoted);
      text += piece.text;
      continue;
    }
    const mark = `${opening}${unknowns.push(piece.value) - 1}${closing}`;
    text += quoted ? mark : `"${mark}"`;
  }
  if (!looksLikeJson(text)) return undefined;
  return parsed(text, positionsInPieces(text, segments, at), (value, place) => withUnknowns(value, unknowns, place));
}

/** Whether a text ends inside of a JSON string, given whether it begins in one. */
function isQuotedAfter(text: string, quoted: boolean): boolean {
  let inside = quoted;
  for (let i = 0; i < text.length; i++) {
    if (inside && text[i] === '\\') i++;
    else if (text[i] === '"') inside = !inside;
  }
  return inside;
}

/** A string with unknown pieces as an unknown with its certain ends. */
function withUnknowns(text: string, unknowns: readonly UnknownValue[], at: Place): Value | undefined {
  const parts = text.split(/\ue000(\d+)\ue001/);
  if (parts.length === 1) return undefined;
  const inside = parts.filter((_, i) => i % 2 === 1).map((index) => unknowns[Number(index)]!);
  const [first] = inside;
  if (!first) return undefined;
  const references = inside.flatMap((value) => value.references ?? []);
  const secret = inside.some((value) => value.secret);
  if (parts.length === 3 && parts[0] === '' && parts[2] === '') return first;
  const prefix = `${parts[0]}${first.prefix ?? ''}`;
  const suffix = `${inside.at(-1)?.suffix ?? ''}${parts.at(-1)}`;
  return withMarks({ ...unknown(first.reason, at), prefix, suffix }, { references, secret });
}

function parsed(text: string, positions: Positions, special: Special): Value | undefined {
  // A comma too many is refused by whoever gets the text, but doesn't hide what was meant.
  const { tree, problems } = parseJson(text, { comments: true });
  return tree && problems.every(saysTwice) ? valueOfNode(tree, positions, special) : undefined;
}

function valueOfNode(node: Node, positions: Positions, special: Special): Value {
  const at = positions(node.span);
  if (node.type === 'sequence')
    return list(
      node.items.map((item) => valueOfNode(item, positions, special)),
      at,
    );
  if (node.type === 'mapping') return objectOfNode(node, positions, special, at);
  const { value } = node;
  if (typeof value === 'string') return special(value, at) ?? string(value, at);
  if (typeof value === 'number') return number(value, at);
  return typeof value === 'boolean' ? bool(value, at) : nothing(at);
}

function objectOfNode(node: Node & { type: 'mapping' }, positions: Positions, special: Special, at: Place): Value {
  const entries = new Map<string, Value>();
  const keys = new Map<string, Place>();
  let open: Value | undefined;
  for (const { key, value } of node.entries) {
    const place = positions(key.span);
    const strange = special(key.text, place);
    if (strange) open ??= strange;
    else {
      entries.set(key.text, valueOfNode(value, positions, special));
      keys.set(key.text, place);
    }
  }
  const result = { ...object(entries, at), keys };
  return open?.type === 'unknown' ? { ...result, complete: false, reason: open.reason } : result;
}

/** A quoted literal stands in one line, escaped; a heredoc begins in the line after its head. */
function positionsInLiteral(at: FilePlace, indent: number): Positions {
  if (at.span.startLine === at.span.endLine) return () => at;
  return shifted(at.file, at.span.startLine, indent);
}

const shifted =
  (file: string, lines: number, columns = 0): Positions =>
  (span) => ({
    file,
    span: {
      startLine: span.startLine + lines,
      startColumn: span.startColumn + columns,
      endLine: span.endLine + lines,
      endColumn: span.endColumn + columns,
    },
  });

/** Text that stands in the template as it is has places of its own; what was inserted has that of its interpolation. */
function positionsInPieces(
  text: string,
  segments: readonly { start: number; piece: Piece }[],
  at: FilePlace,
): Positions {
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  const point = (offset: number): { file: string; line: number; column: number } | undefined => {
    const segment = segments[lastAtOrBefore(segments, offset, ({ start }) => start)];
    if (!segment) return undefined;
    const { file, span } = segment.piece.at;
    const written = 'text' in segment.piece && segment.piece.written;
    if (!written) return { file, line: span.startLine, column: span.startColumn };
    const before = text.slice(segment.start, offset);
    const newline = before.lastIndexOf('\n');
    const line = span.startLine + before.split('\n').length - 1;
    return { file, line, column: newline < 0 ? span.startColumn + before.length : before.length - newline };
  };
  return (span) => {
    const from = point(starts[span.startLine - 1]! + span.startColumn - 1);
    const to = point(starts[span.endLine - 1]! + span.endColumn - 1);
    if (!from || !to || from.file !== to.file) return at;
    if (to.line < from.line || (to.line === from.line && to.column < from.column)) return at;
    return {
      file: from.file,
      span: { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column },
    };
  };
}

function lastAtOrBefore<T>(items: readonly T[], offset: number, start: (item: T) => number): number {
  let low = 0;
  let high = items.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (start(items[middle]!) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
