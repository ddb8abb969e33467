import type { Span } from '../../model/place.ts';
import { linesOf } from '../lines.ts';
import type { SourceComment, SyntaxProblem } from '../parsed.ts';
import type { Expression } from './ast.ts';

/** How deep expressions, blocks and templates may nest before the file is given up at that place. */
const deepest = 200;

/** A mistake on its way to the statement that holds it, where it becomes one problem. */
export class Mistake extends Error {
  readonly start: number;
  readonly end: number;
  readonly kind: SyntaxProblem['kind'];
  constructor(message: string, start: number, end: number, kind: SyntaxProblem['kind'] = 'parse') {
    super(message);
    this.start = start;
    this.end = end;
    this.kind = kind;
  }
}

/** The text under the parser's finger, with the comments and problems met so far. */
export interface Source {
  readonly text: string;
  at: number;
  depth: number;
  /** Whether line ends are mere space here: inside of parentheses, brackets and interpolations. */
  linesAreSpace: boolean;
  /** Whether a block without its closing brace was met. */
  isUnclosed: boolean;
  readonly comments: SourceComment[];
  readonly problems: SyntaxProblem[];
  span(start: number, end: number): Span;
  line(offset: number): number;
  /** Reads an expression: templates hold expressions, and expressions templates. */
  expression(source: Source): Expression;
}

export function sourceOf(text: string, expression: Source['expression']): Source {
  const lines = linesOf(text);
  return {
    text,
    at: text.charCodeAt(0) === 0xfeff ? 1 : 0,
    depth: 0,
    linesAreSpace: false,
    isUnclosed: false,
    comments: [],
    problems: [],
    line: (offset) => lines.position(offset).line,
    span: lines.span,
    expression,
  };
}

/** Skips spaces and comments, and line ends where they are mere space. */
export function skipSpace(source: Source): void {
  const { text } = source;
  for (;;) {
    const code = text.charCodeAt(source.at);
    if (code === 0x20 || code === 0x09) source.at++;
    else if (code === 0x0d && source.linesAreSpace && text.charCodeAt(source.at + 1) === 0x0a) source.at += 2;
    else if (code === 0x0a && source.linesAreSpace) source.at++;
    else if (code === 0x23 || (code === 0x2f && text.charCodeAt(source.at + 1) === 0x2f))
      lineComment(source, code === 0x23 ? 1 : 2);
    else if (code === 0x2f && text.charCodeAt(source.at + 1) === 0x2a) blockComment(source);
    else return;
  }
}

/** Skips spaces, comments and line ends. */
export function skipLines(source: Source): void {
  const before = source.linesAreSpace;
  source.linesAreSpace = true;
  skipSpace(source);
  source.linesAreSpace = before;
}

function lineComment(source: Source, mark: number): void {
  const start = source.at;
  const newline = source.text.indexOf('\n', start);
  let end = newline < 0 ? source.text.length : newline;
  if (source.text.charCodeAt(end - 1) === 0x0d) end--;
  source.at = end;
  keepComment(source, start, end, source.text.slice(start + mark, end));
}

function blockComment(source: Source): void {
  const start = source.at;
  const close = source.text.indexOf('*/', start + 2);
  if (close < 0) {
    source.at = source.text.length;
    throw new Mistake('expected "*/" to close the comment that begins here', start, start + 2);
  }
  source.at = close + 2;
  keepComment(source, start, close + 2, source.text.slice(start + 2, close));
}

function keepComment(source: Source, start: number, end: number, text: string): void {
  // A statement that is read again after a mistake meets its comments again.
  const lastEnd = source.comments.at(-1)?.span;
  const span = source.span(start, end);
  if (
    lastEnd &&
    (lastEnd.startLine > span.startLine ||
      (lastEnd.startLine === span.startLine && lastEnd.startColumn >= span.startColumn))
  )
    return;
  const lineStart = source.text.lastIndexOf('\n', start - 1) + 1;
  source.comments.push({ text: text.trim(), span, ownLine: /^[\s\ufeff]*$/.test(source.text.slice(lineStart, start)) });
}

/** Runs `read` one level deeper; too deep is a mistake of its own kind. */
export function deeper<T>(source: Source, read: () => T): T {
  if (++source.depth > deepest) {
    source.depth--;
    throw new Mistake(`nested more than ${deepest} levels deep; split it up`, source.at, source.at + 1, 'too-deep');
  }
  try {
    return read();
  } finally {
    source.depth--;
  }
}

/** Runs `read` with line ends as mere space, or not. */
export function withLines<T>(source: Source, areSpace: boolean, read: () => T): T {
  const before = source.linesAreSpace;
  source.linesAreSpace = areSpace;
  try {
    return read();
  } finally {
    source.linesAreSpace = before;
  }
}

/** A carriage return ends a line only together with a line feed. */
export const isLineEnd = ({ text, at }: Source): boolean =>
  text[at] === '\n' || (text[at] === '\r' && text[at + 1] === '\n');

export const isAt = (source: Source, text: string): boolean => source.text.startsWith(text, source.at);

/** What stands here, for a message. */
export function found(source: Source): string {
  const { text, at } = source;
  if (at >= text.length) return 'the end of the file';
  const char = text[at]!;
  if (char === '\n' || char === '\r') return 'the end of the line';
  const word = /^[\p{ID_Start}_][\p{ID_Continue}-]*|^\d+/u.exec(text.slice(at, at + 40))?.[0];
  return JSON.stringify(word ?? String.fromCodePoint(text.codePointAt(at)!));
}

export function expected(source: Source, what: string): Mistake {
  return new Mistake(
    `expected ${what}, found ${found(source)}`,
    source.at,
    Math.min(source.at + 1, source.text.length),
  );
}

/** Takes the given text or throws. */
export function take(source: Source, text: string, why: string): void {
  if (!isAt(source, text)) throw expected(source, `${JSON.stringify(text)} ${why}`.trim());
  source.at += text.length;
}

const isAsciiStart = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a) || code === 0x5f;

const identifierPattern = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;

/** The identifier that begins here, taken; undefined where there is none. */
export function identifier(source: Source): string | undefined {
  const { text, at } = source;
  let end = at;
  let code = text.charCodeAt(end);
  if (isAsciiStart(code)) {
    do code = text.charCodeAt(++end);
    while (isAsciiStart(code) || (code >= 0x30 && code <= 0x39) || code === 0x2d);
  }
  if (!(code >= 0x80)) {
    source.at = end;
    return end === at ? undefined : text.slice(at, end);
  }
  // The pattern takes long to be made ready, and few files need it.
  identifierPattern.lastIndex = source.at;
  const match = identifierPattern.exec(source.text);
  if (!match) return undefined;
  source.at += match[0].length;
  return match[0];
}
