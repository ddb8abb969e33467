import type { Parsed } from '../parsed.ts';
import type { Attribute, Block, Body } from './ast.ts';
import { expression } from './expression.ts';
import {
  deeper,
  expected,
  found,
  identifier,
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
  const tree = body(source, undefined);
  return { tree, comments: source.comments, problems: source.problems };
}

/** Statements up to the closing brace of the block that was opened at `open`, or the end of the file. */
function body(source: Source, open: number | undefined): Body {
  const start = source.at;
  const attributes: Attribute[] = [];
  const blocks: Block[] = [];
  for (;;) {
    const begin = source.at;
    try {
      skipLines(source);
      if (source.at >= source.text.length) {
        if (open !== undefined)
          tell(
            source,
            new Mistake(
              `expected "}" to close the block that begins on line ${source.line(open)}`,
              source.at,
              source.at,
            ),
          );
        break;
      }
      if (source.text[source.at] === '}') {
        if (open !== undefined) break;
        const at = source.at++;
        tell(source, new Mistake('expected a block or an attribute, found "}" that closes nothing', at, at + 1));
        continue;
      }
      statement(source, attributes, blocks, open === undefined);
    } catch (mistake) {
      if (!(mistake instanceof Mistake)) throw mistake;
      tell(source, mistake);
      recover(source, Math.max(begin, 0), mistake);
    }
  }
  return { attributes, blocks, span: source.span(start, source.at) };
}

const tell = (source: Source, { message, start, end, kind }: Mistake): void => {
  source.problems.push({ message, span: source.span(start, Math.max(start, end)), kind });
};

function statement(source: Source, attributes: Attribute[], blocks: Block[], topLevel: boolean): void {
  const start = source.at;
  const name = identifier(source);
  if (name === undefined) throw expected(source, topLevel ? 'a block or an attribute' : 'an attribute, a block or "}"');
  const nameEnd = source.at;
  skipSpace(source);
  if (source.text[source.at] === '=' && source.text[source.at + 1] !== '=') {
    source.at++;
    skipSpace(source);
    const value = withLines(source, false, () => expression(source));
    const attribute = { name, nameSpan: source.span(start, nameEnd), value, span: source.span(start, source.at) };
    endOfStatement(source, 'the value');
    const former = attributes.find((other) => other.name === name);
    if (former)
      tell(
        source,
        new Mistake(`"${name}" is set twice in this block, first on line ${former.nameSpan.startLine}`, start, nameEnd),
      );
    else attributes.push(attribute);
    return;
  }
  block(source, start, name, blocks);
}

function endOfStatement(source: Source, what: string): void {
  skipSpace(source);
  const next = source.text[source.at];
  if (next === undefined || next === '\n' || next === '\r' || next === '}') return;
  throw new Mistake(`expected the end of the line after ${what}, found ${found(source)}`, source.at, source.at + 1);
}

function block(source: Source, start: number, type: string, blocks: Block[]): void {
  const labels: { text: string; span: ReturnType<Source['span']> }[] = [];
  let headerEnd = source.at;
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
  const open = source.at;
  if (labels.length === 0) headerEnd = start + type.length;
  source.at++;
  const inner = deeper(source, () => withLines(source, false, () => body(source, open)));
  if (source.text[source.at] === '}') source.at++;
  blocks.push({
    type,
    labels,
    body: inner,
    header: source.span(start, headerEnd),
    span: source.span(start, source.at),
  });
  endOfStatement(source, 'the block');
}

function labelText(source: Source): string {
  const start = source.at;
  const label = quoted(source);
  if (label.type === 'literal') return String(label.value);
  throw new Mistake('expected a plain string as a label: templates are not allowed here', start, source.at);
}

/** Goes on behind the statement with the mistake: to the first line end where all that it opened is closed. */
function recover(source: Source, begin: number, mistake: Mistake): void {
  source.depth = Math.max(0, source.depth);
  const { text } = source;
  const from = Math.max(mistake.start, begin);
  let open = 0;
  let at = begin;
  let lineEnd = -1;
  while (at < text.length) {
    const char = text[at]!;
    if (char === '"') at = stringEnd(text, at);
    else if (char === '#' || text.startsWith('//', at)) at = newlineAt(text, at) - 1;
    else if (char === '{' || char === '[' || char === '(') open++;
    else if (char === '}' || char === ']' || char === ')') {
      if (open === 0 && char === '}' && at >= from) break;
      open = Math.max(0, open - 1);
    } else if (char === '\n' && at >= from) {
      if (lineEnd < 0) lineEnd = at;
      if (open === 0) break;
    }
    at++;
  }
  // Never closed: better to lose one line than the rest of the file.
  source.at = at >= text.length && lineEnd >= 0 ? lineEnd : Math.min(at, text.length);
  if (source.at <= mistake.start && source.text[source.at] !== '}' && source.at < text.length)
    source.at = Math.min(newlineAt(text, mistake.start), text.length);
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
