import type { Span } from '../../model/place.ts';
import type { SourceComment, SyntaxProblem } from '../parsed.ts';
import { parseYaml, type YamlDocument } from '../yaml/parse.ts';
import type { FrontMatter } from './tree.ts';

/** Front matter, how many lines it takes, and what was found wrong in it. */
interface Front {
  frontMatter: FrontMatter | undefined;
  lines: number;
  documents: readonly YamlDocument[];
  comments: readonly SourceComment[];
  problems: readonly SyntaxProblem[];
}

const none: Front = { frontMatter: undefined, lines: 0, documents: [], comments: [], problems: [] };
// Front matter is short: a fence further down is a rule in the text.
const longest = 200;

/** Splits off what stands between fences at the beginning, also where the opening one is left out. */
export function frontOf(lines: readonly string[]): Front {
  const first = lines[0]?.trimEnd() ?? '';
  if (first === '+++') {
    const end = closing(lines, 1, /^\+\+\+\s*$/);
    if (end === undefined) return none;
    return tomlBetween(lines, end);
  }
  if (first === '---') {
    const end = closing(lines, 1, /^(?:---|\.\.\.)\s*$/);
    return end === undefined ? none : yamlBetween(lines, 1, end);
  }
  const start = lines.findIndex((line) => line.trim() !== '');
  const end = start < 0 ? undefined : closing(lines, start, /^---\s*$/);
  return end !== undefined && startsLikeYaml(lines.slice(start, end)) ? yamlBetween(lines, start, end) : none;
}

const closing = (lines: readonly string[], from: number, fence: RegExp): number | undefined => {
  const end = lines.slice(from, from + longest).findIndex((line) => fence.test(line));
  return end < 0 ? undefined : from + end;
};

/** Without an opening fence: two keys at least, and nothing that isn't YAML (one line would be a heading of Markdown). */
function startsLikeYaml(lines: readonly string[]): boolean {
  const keys = lines.filter((line) => /^[A-Za-z][\w-]*:(\s|$)/.test(line)).length;
  return (
    keys >= 2 &&
    /^[A-Za-z][\w-]*:/.test(lines[0] ?? '') &&
    lines.every((line) => /^(?:[A-Za-z][\w-]*:(?:\s|$)|\s|- |#|$)/.test(line))
  );
}

function yamlBetween(lines: readonly string[], start: number, end: number): Front {
  const span = spanOf(start, end, lines);
  // Empty lines in front keep the numbers of the lines.
  const { tree, comments, problems } = parseYaml('\n'.repeat(start) + lines.slice(start, end).join('\n'));
  const root = tree[0]?.root;
  const wrong = problems.find(({ message }) => message.startsWith('expected YAML'));
  return {
    frontMatter: { root, span, ...(wrong && !root && { unread: `front matter: ${wrong.message}` }) },
    lines: end + 1,
    documents: tree,
    comments,
    problems: problems.map((problem) => ({ ...problem, message: `front matter: ${problem.message}` })),
  };
}

const toml = /^[A-Za-z][\w-]*\s*=\s*(?:"(?:[^"\\]|\\.)*"|'[^']*'|[\w.:+-]+|\[[^\]]*\])\s*(?:#.*)?$/;

/** Keys with plain values are written so that YAML reads them in the same columns; tables and texts of several lines are not read. */
function tomlBetween(lines: readonly string[], end: number): Front {
  const own = lines.slice(1, end);
  if (own.every((line) => toml.test(line.trimEnd()) || /^\s*(?:#.*|\[[\w.-]+\])?\s*$/.test(line)))
    return yamlBetween(
      [
        '',
        ...own.map((line) => (toml.test(line.trimEnd()) ? line.replace('=', ':').replace(/:(?=\S)/, ': ') : '')),
        lines[end]!,
      ],
      1,
      end,
    );
  const span = spanOf(0, end, lines);
  const unread = 'front matter in TOML is not read where it is nested: write it as YAML between lines of ---';
  return {
    ...none,
    frontMatter: { root: undefined, span, unread },
    lines: end + 1,
    problems: [{ kind: 'parse', message: unread, span }],
  };
}

const spanOf = (start: number, end: number, lines: readonly string[]): Span => ({
  startLine: start + 1,
  startColumn: 1,
  endLine: end + 1,
  endColumn: (lines[end]?.length ?? 0) + 1,
});
