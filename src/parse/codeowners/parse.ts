import type { Span } from '../../model/place.ts';
import { linesOf } from '../lines.ts';
import type { Parsed, SourceComment, SyntaxProblem } from '../parsed.ts';

/** GitHub's and GitLab's files look alike and differ in negation, escapes, sections and inline comments. */
export type Forge = 'github' | 'gitlab';

export interface Owner {
  text: string;
  kind: 'user' | 'team' | 'role' | 'email';
  span: Span;
}

export interface CodeownersEntry {
  pattern: string;
  patternSpan: Span;
  /** None: nobody owns what matches, on purpose. */
  owners: readonly Owner[];
  span: Span;
  /** GitLab: the section it stands in, in lower case; entries before any section have none. */
  section?: string;
  /** GitLab: `!path` takes paths out of the section. */
  excludes?: true;
}

export interface Section {
  name: string;
  optional: boolean;
  /** Approvals that are required; at least 1. */
  approvals: number;
  owners: readonly Owner[];
  span: Span;
}

export interface CodeownersFile {
  entries: readonly CodeownersEntry[];
  sections: readonly Section[];
}

/**
 * Parses a CODEOWNERS file. GitHub skips a line that it can't read, so each such line is a problem and no entry:
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-syntax
 * https://docs.gitlab.com/user/project/codeowners/reference/
 */
export function parseCodeowners(text: string, { forge = 'github' }: { forge?: Forge } = {}): Parsed<CodeownersFile> {
  const lines = linesOf(text);
  const entries: CodeownersEntry[] = [];
  const sections: Section[] = [];
  const comments: SourceComment[] = [];
  const problems: SyntaxProblem[] = [];
  let section: Section | undefined;
  let offset = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  for (const raw of text.slice(offset).split('\n')) {
    const start = offset;
    offset += raw.length + 1;
    const span = (from: number, to: number) => lines.span(start + from, start + to);
    const line = raw.replace(/\r$/, '');
    if (line.trim() === '') continue;
    if (line.trim().startsWith('#')) {
      comments.push({ text: line.trim().slice(1).trim(), span: span(line.indexOf('#'), line.length), ownLine: true });
      continue;
    }
    const tell = (message: string, from: number, to: number) =>
      void problems.push({ message, span: span(from, to), kind: 'parse' });
    const heading = forge === 'gitlab' ? /^\s*(\^?)\[([^\]]+)\](?:\[(\d+)\])?/.exec(line) : null;
    if (heading) {
      const [all, optional, name = '', approvals] = heading;
      const owners = ownersOf(line, all.length, span, tell);
      const known = sections.find((other) => other.name.toLowerCase() === name.toLowerCase());
      section = known ?? {
        name,
        optional: optional === '^',
        approvals: Math.max(1, Number(approvals ?? 1)),
        owners,
        span: span(0, line.length),
      };
      if (!known) sections.push(section);
      continue;
    }
    const entry = entryOf(line, forge, span, tell, comments);
    if (!entry) continue;
    const owners = entry.owners.length > 0 || !section ? entry.owners : section.owners;
    entries.push({ ...entry, owners, ...(section && { section: section.name.toLowerCase() }) });
  }
  return { tree: { entries, sections }, comments, problems };
}

type SpanOf = (from: number, to: number) => Span;
type Tell = (message: string, from: number, to: number) => void;

function entryOf(
  line: string,
  forge: Forge,
  span: SpanOf,
  tell: Tell,
  comments: SourceComment[],
): CodeownersEntry | undefined {
  const from = line.search(/\S/);
  let to = from;
  // A space or # behind a backslash belongs to the pattern.
  while (to < line.length && !/\s/.test(line[to]!) && !(line[to] === '#' && to > from))
    to += line[to] === '\\' && to + 1 < line.length ? 2 : 1;
  const written = line.slice(from, to);
  const excludes = forge === 'gitlab' && written.startsWith('!');
  const mistake = forge === 'github' ? githubMistake(written) : undefined;
  if (mistake) {
    tell(mistake, from, to);
    return undefined;
  }
  let end = line.length;
  const hash = forge === 'github' ? line.indexOf('#', to) : -1;
  if (hash >= 0) {
    end = hash;
    comments.push({ text: line.slice(hash + 1).trim(), span: span(hash, line.length), ownLine: false });
  }
  const before = { count: 0 };
  const owners = ownersOf(line.slice(0, end), to, span, (message, a, b) => {
    before.count++;
    tell(message, a, b);
  });
  if (before.count > 0 && forge === 'github') return undefined;
  return {
    pattern: excludes ? written.slice(1) : written,
    patternSpan: span(from, to),
    owners,
    span: span(from, line.trimEnd().length),
    ...(excludes && { excludes: true as const }),
  };
}

// What gitignore knows and GitHub's CODEOWNERS does not.
function githubMistake(pattern: string): string | undefined {
  if (pattern.startsWith('!')) return 'expected a pattern: "!" to negate one does not work in CODEOWNERS';
  if (/\[.*\]/.test(pattern)) return 'expected a pattern: "[ ]" for a range of characters does not work in CODEOWNERS';
  if (pattern.startsWith('\\#')) return 'expected a pattern: a "#" at the beginning can not be escaped in CODEOWNERS';
  if (pattern.startsWith('@') && !pattern.includes('/'))
    return `expected a pattern before the owners, found ${pattern}`;
  return undefined;
}

const userName = /^@[A-Za-z0-9](?:[A-Za-z0-9-_.]*[A-Za-z0-9_])?$/;
const teamName = /^@[A-Za-z0-9_][A-Za-z0-9-_.]*(?:\/[A-Za-z0-9_][A-Za-z0-9-_.]*)+$/;
const email = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

function ownersOf(line: string, from: number, span: SpanOf, tell: Tell): Owner[] {
  const owners: Owner[] = [];
  for (const { 0: text, index } of line.slice(from).matchAll(/\S+/g)) {
    const at = from + index;
    const kind = /^@@(developer|maintainer|owner)s?$/i.test(text)
      ? 'role'
      : userName.test(text)
        ? 'user'
        : teamName.test(text)
          ? 'team'
          : email.test(text)
            ? 'email'
            : undefined;
    if (kind) owners.push({ text, kind, span: span(at, at + text.length) });
    else tell(`expected an owner like @user, @org/team or an email address, found "${text}"`, at, at + text.length);
  }
  return owners;
}
