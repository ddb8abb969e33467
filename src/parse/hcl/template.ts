import type { Expression, TemplatePart } from './ast.ts';
import { deeper, expected, identifier, isAt, Mistake, skipSpace, take, withLines, type Source } from './source.ts';

/** A flat piece of a template: text, `${…}`, or one half of a directive, with its strip markers. */
type Piece =
  | { type: 'text'; value: string; start: number; end: number }
  | { type: 'interpolation'; value: Expression; start: number; end: number; strip: Strip }
  | { type: 'if'; condition: Expression; start: number; end: number; strip: Strip }
  | { type: 'for'; key?: string; value: string; collection: Expression; start: number; end: number; strip: Strip }
  | { type: 'else' | 'endif' | 'endfor'; start: number; end: number; strip: Strip };
type Strip = { before: boolean; after: boolean };

/** A quoted template: `"…"`. */
export function quoted(source: Source): Expression {
  const start = source.at;
  source.at++;
  const pieces: Piece[] = [];
  let text = '';
  let textStart = source.at;
  const flush = () => {
    if (text) pieces.push({ type: 'text', value: normal(text), start: textStart, end: source.at });
    text = '';
  };
  for (;;) {
    const char = source.text[source.at];
    if (char === undefined || char === '\n' || char === '\r')
      throw new Mistake('expected a closing quote on the same line', start, source.at);
    if (char === '"') break;
    if (!text) textStart = source.at;
    if (char === '\\') text += escapeSequence(source);
    else if (isAt(source, '$${') || isAt(source, '%%{')) {
      text += `${char}{`;
      source.at += 3;
    } else if (isAt(source, '${') || isAt(source, '%{')) {
      flush();
      pieces.push(sequence(source));
    } else text += char === '$' || char === '%' ? takeOne(source) : takeAll(source, quotedText);
  }
  flush();
  source.at++;
  return assembled(source, start, stripped(pieces), false);
}

const quotedText = /[^"\\$%\r\n]+/y;
const lineText = /[^$%\n]*\n?/y;

/** HCL's strings are in normal form C, whatever the text is in. */
const normal = (text: string): string => (/[^\0-\x7f]/.test(text) ? text.normalize('NFC') : text);

const takeOne = (source: Source): string => source.text[source.at++]!;

function takeAll(source: Source, pattern: RegExp): string {
  pattern.lastIndex = source.at;
  const taken = pattern.exec(source.text)![0];
  source.at += taken.length;
  return taken;
}

function escapeSequence(source: Source): string {
  const start = source.at;
  const char = source.text[start + 1] ?? '';
  const simple = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }[char];
  if (simple !== undefined) {
    source.at += 2;
    return simple;
  }
  const digits = char === 'u' ? 4 : char === 'U' ? 8 : 0;
  const hex = source.text.slice(start + 2, start + 2 + digits);
  const code = digits && /^[0-9a-fA-F]+$/.test(hex) && hex.length === digits ? Number.parseInt(hex, 16) : Number.NaN;
  if (!(code <= 0x10ffff))
    throw new Mistake(
      'expected one of \\n, \\r, \\t, \\", \\\\, \\uNNNN or \\UNNNNNNNN after the backslash',
      start,
      start + 2,
    );
  source.at += 2 + digits;
  return String.fromCodePoint(code);
}

/** What stands between `${` or `%{` and its closing brace. */
function sequence(source: Source): Piece {
  const start = source.at;
  const directive = source.text[start] === '%';
  source.at += 2;
  const before = source.text[source.at] === '~';
  if (before) source.at++;
  return withLines(source, true, () => {
    skipSpace(source);
    const piece = directive
      ? directiveHead(source, start)
      : { type: 'interpolation' as const, value: source.expression(source) };
    skipSpace(source);
    const after = source.text[source.at] === '~';
    if (after) source.at++;
    take(source, '}', `to close what begins on line ${source.line(start)}`);
    return { ...piece, start, end: source.at, strip: { before, after } };
  });
}

type DirectiveHead =
  | { type: 'if'; condition: Expression }
  | { type: 'for'; key?: string; value: string; collection: Expression }
  | { type: 'else' | 'endif' | 'endfor' };

function directiveHead(source: Source, start: number): DirectiveHead {
  const word = identifier(source);
  skipSpace(source);
  if (word === 'if') return { type: 'if', condition: source.expression(source) };
  if (word === 'else' || word === 'endif' || word === 'endfor') return { type: word };
  if (word !== 'for') throw new Mistake('expected if, else, endif, for or endfor after "%{"', start, source.at);
  let value = identifier(source);
  let key: string | undefined;
  skipSpace(source);
  if (source.text[source.at] === ',') {
    source.at++;
    skipSpace(source);
    key = value;
    value = identifier(source);
    skipSpace(source);
  }
  if (value === undefined || identifier(source) !== 'in') throw expected(source, 'names and "in" after "for"');
  skipSpace(source);
  const collection = source.expression(source);
  return { type: 'for', ...(key !== undefined && { key }), value, collection };
}

const heredocHead = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)([^\S\r\n]*)(?:\r?\n)/uy;

/** `<<EOT` and `<<-EOT`, down to the line that holds nothing but the word. */
export function heredoc(source: Source): Expression {
  const start = source.at;
  heredocHead.lastIndex = start;
  const head = heredocHead.exec(source.text);
  if (!head) throw new Mistake('expected a word and the end of the line after "<<"', start, start + 2);
  const [all, dash, word = '', spaces] = head;
  source.at += all.length;
  const tell = (message: string, from: number, to: number): void =>
    void source.problems.push({ message, span: source.span(from, to), kind: 'parse' });
  if (spaces) tell(`expected the end of the line directly after ${word}`, start, start + all.trimEnd().length);
  const pieces: Piece[] = [];
  let text = '';
  let textStart = source.at;
  let lineStart = true;
  const flush = () => {
    if (text) pieces.push({ type: 'text', value: normal(text), start: textStart, end: source.at });
    text = '';
  };
  for (;;) {
    if (lineStart) {
      const newline = source.text.indexOf('\n', source.at);
      const end = newline < 0 ? source.text.length : newline;
      if (source.text.slice(source.at, end).trim() === word) {
        flush();
        if (newline < 0) tell(`expected a new line after ${word}`, end - word.length, end);
        source.at = end - (source.text[end - 1] === '\r' ? 1 : 0);
        break;
      }
      lineStart = false;
      flush(); // each line is a piece of its own, for the indentation
    }
    const char = source.text[source.at];
    if (char === undefined)
      throw new Mistake(
        `expected a line with ${word} to close the text that begins here`,
        start,
        start + all.trimEnd().length,
      );
    if (!text) textStart = source.at;
    if (isAt(source, '$${') || isAt(source, '%%{')) {
      text += `${char}{`;
      source.at += 3;
    } else if (isAt(source, '${') || isAt(source, '%{')) {
      flush();
      pieces.push(sequence(source));
    } else {
      text += char === '$' || char === '%' ? takeOne(source) : takeAll(source, lineText);
      lineStart = text.endsWith('\n');
    }
  }
  return assembled(source, start, dash ? withoutIndent(stripped(pieces)) : stripped(pieces), true);
}

/** Takes the smallest indentation of all lines from each; blank lines neither count nor change. */
function withoutIndent(pieces: readonly Piece[]): Piece[] {
  const isBlank = (piece: Piece): boolean =>
    piece.type === 'text' && piece.value.endsWith('\n') && piece.value.trim() === '';
  const begins = pieces.map((piece, i) => {
    const former = pieces[i - 1];
    return (i === 0 || (former?.type === 'text' && former.value.endsWith('\n'))) && !isBlank(piece);
  });
  const indentOf = (piece: Piece): number => (piece.type === 'text' ? /^\s*/.exec(piece.value)![0].length : 0);
  const least = pieces.reduce((min, piece, i) => (begins[i] ? Math.min(min, indentOf(piece)) : min), Infinity);
  return pieces.map((piece, i) =>
    begins[i] && piece.type === 'text'
      ? { ...piece, value: piece.value.slice(least), start: piece.start + least }
      : piece,
  );
}

function assembled(source: Source, start: number, pieces: readonly Piece[], isHeredoc: boolean): Expression {
  const span = source.span(start, source.at);
  // A text that was trimmed to nothing stays: beside it, an interpolation is turned into text.
  const parts = nest(source, pieces);
  if (parts.every((part) => part.type === 'text')) {
    const value = parts.map((part) => part.value).join('');
    const indent = isHeredoc ? (parts.find((part) => part.value.trim() !== '')?.span.startColumn ?? 1) - 1 : 0;
    return { type: 'literal', value, span, ...(indent > 0 && { indent }) };
  }
  return { type: 'template', parts, span, ...(isHeredoc && { heredoc: true as const }) };
}

/** `~` takes the white space of the text beside it; in a heredoc every line is a text of its own. */
function stripped(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, i): Piece => {
    if (piece.type !== 'text') return piece;
    const former = pieces[i - 1];
    const next = pieces[i + 1];
    let { value } = piece;
    if (former && former.type !== 'text' && former.strip.after) value = value.trimStart();
    const start = Math.min(piece.start + piece.value.length - value.length, piece.end);
    if (next && next.type !== 'text' && next.strip.before) value = value.trimEnd();
    return { ...piece, value, start };
  });
}

/** Directives become trees: `%{if}…%{else}…%{endif}`, `%{for}…%{endfor}`. */
function nest(source: Source, pieces: readonly Piece[]): TemplatePart[] {
  let index = 0;
  const until = (...ends: readonly string[]): TemplatePart[] =>
    deeper(source, () => {
      const parts: TemplatePart[] = [];
      while (index < pieces.length && !ends.includes(pieces[index]!.type)) {
        const piece = pieces[index++]!;
        const span = source.span(piece.start, piece.end);
        if (piece.type === 'text') parts.push({ type: 'text', value: piece.value, span });
        else if (piece.type === 'interpolation') parts.push({ type: 'interpolation', value: piece.value, span });
        else if (piece.type === 'if') {
          const then = until('else', 'endif');
          const hasElse = pieces[index]?.type === 'else';
          if (hasElse) index++;
          const otherwise = hasElse ? until('endif') : [];
          close(piece, 'endif');
          parts.push({ type: 'if', condition: piece.condition, then, else: otherwise, span });
        } else if (piece.type === 'for') {
          const body = until('endfor');
          close(piece, 'endfor');
          parts.push({
            type: 'for',
            ...(piece.key !== undefined && { key: piece.key }),
            value: piece.value,
            collection: piece.collection,
            body,
            span,
          });
        } else throw new Mistake(`"%{ ${piece.type} }" without a directive that it closes`, piece.start, piece.end);
      }
      return parts;
    });
  const close = (opening: Piece, word: string): void => {
    if (pieces[index]?.type !== word)
      throw new Mistake(`expected "%{ ${word} }" to close this directive`, opening.start, opening.end);
    index++;
  };
  return until();
}
