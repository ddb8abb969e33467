import type { Span } from '../../model/place.ts';
import { linesOf } from '../lines.ts';
import type { Parsed, SourceComment, SyntaxProblem } from '../parsed.ts';

/** A stretch of text that may have come from several lines, and where each part of it stands. */
export interface SourceText {
  text: string;
  /** Where an offset of the text stands in the file. */
  span(start: number, end: number): Span;
}

export interface Flag {
  name: string;
  value: string | undefined;
}

export interface Heredoc {
  content: SourceText;
  /** Whether variables in it are left alone, as its word is quoted. */
  literal: boolean;
}

export interface Instruction {
  /** In capitals. */
  name: string;
  flags: readonly Flag[];
  /** What stands behind the name and its flags, with lines joined. */
  rest: SourceText;
  /** The words of the JSON form, where it has one. */
  json: readonly string[] | undefined;
  heredocs: readonly Heredoc[];
  /** What ONBUILD puts off until another image is built on this one. */
  trigger?: Instruction;
  span: Span;
}

/** https://docs.docker.com/reference/dockerfile/ */
export function parseDockerfile(text: string): Parsed<readonly Instruction[]> {
  const lines = linesOf(text);
  const problems: SyntaxProblem[] = [];
  const comments: SourceComment[] = [];
  const instructions: Instruction[] = [];
  const escape = escapeOf(text);
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const line = lineAt(text, at);
    const body = text.slice(at, line.end);
    if (body.trim() === '' || body.trimStart().startsWith('#')) {
      comment(body, at);
      at = line.next;
      continue;
    }
    at = instruction(at);
  }
  return { tree: instructions, comments, problems };

  function comment(body: string, start: number): void {
    const hash = body.indexOf('#');
    if (hash < 0 || body.slice(0, hash).trim() !== '') return;
    comments.push({
      text: body.slice(hash + 1).trim(),
      span: lines.span(start + hash, start + body.trimEnd().length),
      ownLine: true,
    });
  }

  /** Reads one instruction with the lines that belong to it; gives where the next one begins. */
  function instruction(start: number): number {
    const parts: Part[] = [];
    let joined = '';
    let next = start;
    for (let more = true; more && next < text.length;) {
      const line = lineAt(text, next);
      const body = text.slice(next, line.end);
      if (parts.length > 0 && (body.trim() === '' || body.trimStart().startsWith('#'))) {
        comment(body, next);
        next = line.next;
        continue;
      }
      const content = body.trimEnd();
      more = content.endsWith(escape) && !content.endsWith(escape + escape);
      const kept = more ? content.slice(0, -1) : body;
      parts.push({ joined: joined.length, source: next, length: kept.length });
      joined += kept;
      next = line.next;
    }
    const head = /^\s*([A-Za-z]+)(?=\s|$)\s*/.exec(joined);
    const whole = sourceText(joined, parts);
    const [, name = ''] = head ?? [];
    if (!head) {
      problems.push({
        kind: 'parse',
        message: 'expected an instruction such as FROM or RUN',
        span: whole.span(0, joined.length),
      });
      return next;
    }
    const { flags, end } = flagsOf(joined, head[0].length);
    const later = name.toUpperCase() === 'ONBUILD' ? /^([A-Za-z]+)(?=\s|$)\s*/.exec(joined.slice(end)) : null;
    const words = heredocWords(later?.[1] ?? name, joined.slice(end));
    const heredocs = words.map((word) => {
      const found = heredocAt(next, word);
      next = found.next;
      if (!found.closed)
        problems.push({
          kind: 'parse',
          message: `expected a line ${word.end} that ends the text`,
          span: whole.span(0, joined.length),
        });
      return found.heredoc;
    });
    const last = heredocs.at(-1);
    const span = whole.span(joined.length - joined.trimStart().length, joined.trimEnd().length);
    const ends = last ? last.content.span(0, last.content.text.length) : span;
    const made = (named: string, own: readonly Flag[], from: number): Instruction => ({
      name: named.toUpperCase(),
      flags: own,
      rest: sourceText(joined.slice(from), shifted(parts, from)),
      json: jsonOf(joined.slice(from)),
      heredocs,
      span: { ...span, endLine: ends.endLine, endColumn: ends.endColumn },
    });
    const inner = later && flagsOf(joined, end + later[0].length);
    const trigger = later && inner ? made(later[1]!, inner.flags, inner.end) : undefined;
    instructions.push({ ...made(name, flags, end), ...(trigger && { trigger }) });
    return next;
  }

  function heredocAt(start: number, word: HeredocWord): { heredoc: Heredoc; next: number; closed: boolean } {
    let next = start;
    while (next < text.length) {
      const line = lineAt(text, next);
      const body = text.slice(next, line.end);
      if ((word.tabs ? body.replace(/^\t+/, '') : body) === word.end)
        return { heredoc: heredoc(start, next, word), next: line.next, closed: true };
      next = line.next;
    }
    return { heredoc: heredoc(start, text.length, word), next: text.length, closed: false };
  }

  function heredoc(start: number, end: number, { literal }: HeredocWord): Heredoc {
    const content = text.slice(start, end);
    return { content: sourceText(content, [{ joined: 0, source: start, length: content.length }]), literal };
  }

  function sourceText(content: string, parts: readonly Part[]): SourceText {
    const offset = (at: number): number => {
      const part = parts.findLast(({ joined }) => joined <= at) ?? parts[0];
      return part ? Math.min(part.source + Math.max(0, at - part.joined), part.source + part.length) : 0;
    };
    return { text: content, span: (from, to) => lines.span(offset(from), Math.max(offset(from), offset(to))) };
  }
}

interface Part {
  joined: number;
  source: number;
  length: number;
}

const shifted = (parts: readonly Part[], by: number): Part[] =>
  parts.flatMap(({ joined, source, length }) => {
    const cut = Math.max(0, by - joined);
    return cut > length ? [] : [{ joined: Math.max(0, joined - by), source: source + cut, length: length - cut }];
  });

function lineAt(text: string, start: number): { end: number; next: number } {
  const newline = text.indexOf('\n', start);
  if (newline < 0) return { end: text.length, next: text.length };
  return { end: text[newline - 1] === '\r' && newline > start ? newline - 1 : newline, next: newline + 1 };
}

/** `# escape=` among the directives at the top: https://docs.docker.com/reference/dockerfile/#escape */
function escapeOf(text: string): string {
  for (const line of text.split('\n', 20)) {
    const directive = /^\uFEFF?\s*#\s*(\w+)\s*=\s*(\S+)\s*$/.exec(line);
    if (!directive) break;
    if (directive[1]!.toLowerCase() === 'escape' && directive[2] === '`') return '`';
  }
  return '\\';
}

function flagsOf(text: string, start: number): { flags: Flag[]; end: number } {
  const flags: Flag[] = [];
  const pattern = /--([\w-]+)(?:=(\S*))?(?:\s+|$)/y;
  pattern.lastIndex = start;
  let end = start;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    flags.push({ name: match[1]!, value: match[2] });
    end = pattern.lastIndex;
  }
  return { flags, end };
}

interface HeredocWord {
  end: string;
  tabs: boolean;
  literal: boolean;
}

/** https://docs.docker.com/reference/dockerfile/#here-documents */
function heredocWords(name: string, rest: string): HeredocWord[] {
  if (!/^(?:RUN|COPY|ADD)$/i.test(name)) return [];
  return [...rest.matchAll(/(?<![<\w])\d*<<(-?)(["']?)([A-Za-z_][\w.-]*)\2/g)].map(([, dash, quote, end]) => ({
    end: end!,
    tabs: dash === '-',
    literal: quote !== '',
  }));
}

function jsonOf(text: string): readonly string[] | undefined {
  if (!text.trimStart().startsWith('[')) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined;
  } catch {
    // Docker takes what is not JSON as a command of the shell.
    return undefined;
  }
}
