import type { Span } from '../../model/place.ts';
import type { Parsed } from '../parsed.ts';
import type { Attribute, Block, Body } from './ast.ts';
import { expression } from './expression.ts';
import {
  deeper,
  expected,
  identifier,
  isLineEnd,
  Mistake,
  skipLines,
  skipSpace,
  sourceOf,
  withLines,
  type Source,
} from './source.ts';
import { quoted } from './template.ts';

/**
 * Parses HCL's native syntax: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md. Never throws: a statement that
 * can't be read costs that statement, and is one problem.
 */
export function parseHcl(text: string): Parsed<Body> {
  const source = sourceOf(text, expression);
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const problem = {
      message: 'expected text, found a NUL byte',
      span: source.span(nul, nul + 1),
      kind: 'encoding' as const,
    };
    return {
      tree: { attributes: [], blocks: [], span: source.span(0, text.length) },
      comments: [],
      problems: [problem],
    };
  }
  const tree = body(source, undefined, 'file');
  return { tree, comments: source.comments, problems: source.problems };
}

/** Where statements stand; a block that goes on behind its brace on the same `line` may hold one attribute. */
type Within = 'file' | 'block' | 'line';

/** Statements up to the closing brace of the block that was opened at `open`, or the end of the file. */
function body(source: Source, open: number | undefined, within: Within): Body {
  const start = source.at;
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  const names = new Map<string, number>();
  for (;;) {
    const begin = source.at;
    const { depth } = source;
    try {
      skipLines(source);
      if (source.at >= source.text.length) {
        if (open !== undefined) tellUnclosed(source, open);
        break;
      }
      if (source.text[source.at] === '}') {
        if (open !== undefined) break;
        const at = source.at++;
        tell(source, new Mistake('expected a block or an attribute, found "}" that closes nothing', at, at + 1));
        continue;
      }
      statement(source, attributes, blocks, names, within);
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake;
      tell(source, mistake);
      source.depth = depth;
      recover(source, begin, mistake);
      if (source.problems.length >= mostProblems) giveUp(source);
    }
  }
  return { attributes, blocks, span: source.span(start, source.at) };
}

const mostProblems = 100;

/** Each mistake can cost a look at the whole rest of the file. */
function giveUp(source: Source): void {
  if (source.at < source.text.length)
    tell(source, new Mistake('expected fewer mistakes: what follows is not read', source.at, source.at));
  source.at = source.text.length;
}

/** One missing brace leaves all blocks around it open: one problem is enough. */
function tellUnclosed(source: Source, open: number): void {
  if (source.isUnclosed) return;
  source.isUnclosed = true;
  const why = `to close the block that begins on line ${source.line(open)}`;
  if (source.problems.length < mostProblems) tell(source, new Mistake(`expected "}" ${why}`, source.at, source.at));
}

const tell = (source: Source, { message, start, end, kind }: Mistake): void => {
  const last = Math.min(Math.max(start, end), source.text.length);
  source.problems.push({ message, span: source.span(Math.min(start, last), last), kind });
};

function statement(
  source: Source,
  attributes: Attribute[],
  blocks: Block[],
  names: Map<string, number>,
  within: Within,
): void {
  const start = source.at;
  const name = identifier(source);
  if (name === undefined)
    throw expected(source, within === 'file' ? 'a block or an attribute' : 'an attribute, a block or "}"');
  const nameEnd = source.at;
  skipSpace(source);
  if (source.text[source.at] === '=' && source.text[source.at + 1] !== '=') {
    source.at++;
    skipSpace(source);
    const value = withLines(source, false, () => expression(source));
    const attribute = { name, nameSpan: source.span(start, nameEnd), value, span: source.span(start, source.at) };
    const former = names.get(name);
    if (former !== undefined)
      tell(source, new Mistake(`"${name}" is set twice in this block, first on line ${former}`, start, nameEnd));
    else {
      names.set(name, attribute.nameSpan.startLine);
      attributes.push(attribute);
    }
    endOfStatement(source, 'the value', within);
    return;
  }
  block(source, start, name, attributes, blocks, within);
}

/** What was read stays, also where the line goes on: Terraform refuses that, but the value is certain. */
function endOfStatement(source: Source, what: string, within: Within): void {
  skipSpace(source);
  if (source.at >= source.text.length) return;
  const closes = source.text[source.at] === '}';
  const ends = isLineEnd(source);
  if (within === 'line' && ends) tell(source, expected(source, `"}" on the line of "{", or a new line behind "{"`));
  else if (within === 'block' && closes) tell(source, expected(source, `a new line after ${what}`));
  else if (!ends && !closes) throw expected(source, `the end of the line after ${what}`);
}

function block(
  source: Source,
  start: number,
  type: string,
  attributes: Attribute[],
  blocks: Block[],
  within: Within,
): void {
  const labels: { text: string; span: ReturnType<Source['span']> }[] = [];
  let headerEnd = start + type.length;
  for (;;) {
    skipSpace(source);
    const begin = source.at;
    const char = source.text[begin];
    if (char === '{') break;
    const text = char === '"' ? labelText(source) : identifier(source);
    if (text === undefined)
      throw expected(
        source,
        labels.length === 0
          ? '"=" for an attribute, or "{" or a label for a block'
          : '"{" or another label of the block',
      );
    labels.push({ text, span: source.span(begin, source.at) });
    headerEnd = source.at;
  }
  if (within === 'line')
    tell(source, new Mistake('expected a new line after "{", as a block stands in this one', start, headerEnd));
  const open = source.at;
  source.at++;
  skipSpace(source);
  const inOneLine = source.at < source.text.length && source.text[source.at] !== '}' && !isLineEnd(source);
  const inner = deeper(source, () => withLines(source, false, () => body(source, open, inOneLine ? 'line' : 'block')));
  const closed = source.text[source.at] === '}';
  if (closed) source.at++;
  const header = source.span(start, headerEnd);
  const span = source.span(start, source.at);
  if (closed) {
    blocks.push({ type, labels, body: inner, header, span });
    endOfStatement(source, 'the block', within);
    return;
  }
  // Never closed: what begins no further in than the block itself was meant to stand beside it.
  const isInside = (part: { span: Span }): boolean => part.span.startColumn > span.startColumn;
  const kept = {
    ...inner,
    attributes: inner.attributes.filter(isInside),
    blocks: inner.blocks.filter(isInside),
  };
  const end = [...kept.attributes, ...kept.blocks].reduce(
    (last, { span: { endLine, endColumn } }) =>
      endLine > last.endLine || (endLine === last.endLine && endColumn > last.endColumn)
        ? { endLine, endColumn }
        : last,
    { endLine: header.endLine, endColumn: header.endColumn },
  );
  blocks.push({ type, labels, body: kept, header, span: { ...span, ...end } });
  attributes.push(...inner.attributes.filter((part) => !isInside(part)));
  blocks.push(...inner.blocks.filter((part) => !isInside(part)));
}

function labelText(source: Source): string {
  const start = source.at;
  const label = quoted(source);
  if (label.type === 'literal') return String(label.value);
  throw new Mistake('expected a plain string as a label: templates are not allowed here', start, source.at);
}

/** Goes on behind the statement with the mistake: at the first line end where all that it opened is closed. */
function recover(source: Source, begin: number, mistake: Mistake): void {
  const { text } = source;
  const from = Math.max(mistake.start, begin);
  let open = 0;
  let at = begin;
  for (; at < text.length; at++) {
    const char = text[at]!;
    if (char === '"') at = stringEnd(text, at);
    else if (char === '#' || text.startsWith('//', at)) at = newlineAt(text, at) - 1;
    else if (text.startsWith('/*', at)) at = behind(text, '*/', at + 2) - 1;
    else if (text.startsWith('<<', at)) {
      const end = heredocEnd(text, at);
      if (end === undefined) return void (source.at = nextStatement(source, begin, mistake));
      at = end - 1;
    } else if (char === '{' || char === '[' || char === '(') open++;
    else if (char === '}' || char === ']' || char === ')') {
      if (open === 0 && char === '}' && at >= from) break;
      open = Math.max(0, open - 1);
    } else if (char === '\n' && at >= from && open === 0) break;
  }
  const wasClosed = at < text.length || open === 0;
  // The rest is given up: that its blocks are not closed is no news.
  if (!wasClosed && mistake.kind === 'too-deep') source.isUnclosed = true;
  source.at = wasClosed ? Math.min(at, text.length) : nextStatement(source, begin, mistake);
}

const statementStart =
  /[ \t]*(?:\}|[\p{ID_Start}_][\p{ID_Continue}-]*(?:[ \t]*=(?![=>])|(?:[ \t]+(?:"[^"\n]*"|[\p{ID_Continue}-]+))*[ \t]*\{))/uy;

/** Where something is opened and never closed: the next line that looks like a statement, from that with the mistake on. */
function nextStatement({ text }: Source, begin: number, { start, kind }: Mistake): number {
  if (kind === 'too-deep') return text.length;
  const line = text.lastIndexOf('\n', start - 1) + 1;
  for (let at = line > begin ? line : newlineAt(text, start) + 1; at < text.length; at = newlineAt(text, at) + 1) {
    statementStart.lastIndex = at;
    if (statementStart.test(text)) return at;
  }
  return text.length;
}

function behind(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at < 0 ? text.length : at + end.length;
}

const heredocStart = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)[^\S\n]*\n/uy;

/** The end of the line that closes a heredoc; undefined where there is none. */
function heredocEnd(text: string, start: number): number | undefined {
  heredocStart.lastIndex = start;
  const word = heredocStart.exec(text)?.[1];
  if (word === undefined) return start + 1;
  for (let at = newlineAt(text, start) + 1; at < text.length; at = newlineAt(text, at) + 1)
    if (text.startsWith(word, at + /[^\S\n]*/y.exec(text.slice(at, at + 200))![0].length)) {
      const end = newlineAt(text, at);
      if (text.slice(at, end).trim() === word) return end;
    }
  return undefined;
}

const newlineAt = (text: string, from: number): number => {
  const at = text.indexOf('\n', from);
  return at < 0 ? text.length : at;
};

function stringEnd(text: string, start: number): number {
  for (let i = start + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '"' || text[i] === '\n') return text[i] === '"' ? i : i - 1;
  }
  return text.length;
}
