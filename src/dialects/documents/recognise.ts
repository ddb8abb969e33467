import { describesRecord } from './kept-elsewhere.ts';
import { identify, isPlace, severalIn, stemOf, wordsOf } from './identify.ts';

const readable = /\.(?:md|mdx|markdown|txt)(?:\.tmpl)?$/i;
// Files that a community or a build reads; inside of a folder for policies some of these names are policies.
const community =
  /^(?:readme|changelog|changes|history|contributing|contributors|code[-_]of[-_]conduct|security|support|governance|maintainers|maintenance|authors|license|licence|copying|notice|codeowners|pull_request_template|issue_template|roadmap|release|releases|release[-_]notes|upgrade|upgrading|install|faq|glossary|requirements|robots|humans|todo|_sidebar|_navbar|_coverpage|cmakelists)$/i;
const plainly = /^(?:code[-_]of[-_]conduct|security|governance)$/i;
const places = /^(?:governance|handbook|security|compliance|legal|trust|privacy|controls)$/i;
const never =
  /(?:^|\/)(?:node_modules|\.git|\.terraform|dist|build|site-packages|[^/]*\.dist-info|[^/]*\.egg-info|issue_template|pull_request_template)\//i;

/** How far a path tells: text files in places of policies, or with a name that says so; the text decides. */
export function claimed(path: string): boolean {
  if (!readable.test(path) || never.test(path) || /(?:^|\/)\.github\//i.test(path)) return false;
  const { folders, stem, name } = partsOf(path);
  const inPlace = folders.some(isPlace);
  if (/^(?:index|_index)$/i.test(name) && isPlace(folders.at(-1) ?? 'policies')) return false;
  if (/^readme$/i.test(name)) return inPlace && !isPlace(folders.at(-1)!);
  if (community.test(name)) return inPlace && plainly.test(name);
  return (
    inPlace ||
    folders.some((folder) => places.test(folder)) ||
    saysPolicy(stem) ||
    identify({ stem, title: undefined, criteria: [] }) !== undefined
  );
}

/**
 * Whether the text is a policy. Signs are added up: a folder for policies, a name, metadata that policies have, headings that
 * they have. None decides alone, so that product documentation about "password policies" is left alone.
 */
export function looksLikePolicy(path: string, head: string, named = false): boolean {
  const { folders, stem, name: file } = partsOf(path);
  // What the config names is a place of policies; still, a README there is none.
  if (named && community.test(file)) return false;
  const all = head.split(/\r?\n/, 400);
  const lines = outsideOfCode(all);
  const title = titleIn(lines);
  const place = named || folders.some(isPlace) ? 2 : folders.some((folder) => places.test(folder)) ? 1 : 0;
  const identity = identify({ stem, title, criteria: [] });
  const called = saysPolicy(title ?? '') || saysPolicy(stem) || describesRecord(title, stem) !== undefined;
  const signs = metadata(lines) + headings(lines) + (lines.some((line) => toStaff.test(line)) ? 1 : 0);
  // "Backup & disaster recovery" names two by the whole of their names.
  const whole = identity?.confidence === 'certain' || severalIn(title ?? '').includes(identity?.policy as never);
  // A page on "EBS encryption" in a folder for rules of another sort needs a sign of its own.
  if (identity && !whole && signs === 0) return false;
  // A folder like `governance` also holds what is written about policies (the pages of a linter's rules, a blog).
  if (place < 2 && signs === 0) return false;
  const name = identity ? (called ? 2 : 1) : called ? 1 : 0;
  return place + name + signs - codeHeavy(all) >= 3;
}

function partsOf(path: string) {
  const folders = path.split('/').slice(0, -1);
  const name = path.slice(path.lastIndexOf('/') + 1).replace(readable, '');
  return { folders, name, stem: stemOf(path) };
}

const saysPolicy = (text: string): boolean =>
  wordsOf(text).some((word) => /^(?:policy|policies|narrative)$/.test(word)) ||
  /\b(?:response|recovery|continuity)[-_ ]plan\b|\bsystem[-_ ]description\b|\bprivacy[-_ ]notice\b/i.test(text);

/** The title in front matter, else the first heading of the first level. */
function titleIn(lines: readonly string[]): string | undefined {
  for (const line of lines.slice(0, 60)) {
    const match = /^(?:title|name|policy_name):\s*["']?(.+?)["']?\s*$/i.exec(line) ?? /^#\s+(.+?)\s*#*$/.exec(line);
    if (match) return match[1];
  }
  const setext = lines.slice(0, 60).findIndex((line) => /^=+\s*$/.test(line));
  return setext > 0 ? lines[setext - 1]?.trim() : undefined;
}

const keys =
  /^\s*(?:[-*|>]\s*)*(?:\*\*|__)?(?:policy[ _-]?owner|document[ _-]?owner|owner|approver|approved[ _-]?by|approval[ _-]?date|effective(?:[ _-]?date)?|(?:last|next)[ _-]?review(?:ed)?(?:[ _-]?date)?|review[ _-]?(?:cadence|frequency|cycle|date)|classification|satisfies|majorRevisions|policy:\s*true)\b\s*(?:\*\*|__)?\s*[:|]/i;
const inHtml =
  /<t[dh][^<>]*>\s*(?:<\w+>)?\s*(?:policy owner|document owner|owner|approved by|approver|effective date|last reviewed?|next review|review frequency)\b/i;

/** 2 for two keys that policies have, or for one that nothing else has. */
function metadata(lines: readonly string[]): number {
  const found = lines.filter((line) => keys.test(line) || inHtml.test(line));
  const sure = lines.slice(0, 40).some((line) => /^(?:satisfies|majorRevisions|policy:\s*true)\b/.test(line));
  return sure || found.length >= 2 ? 2 : 0;
}

/** 1 for two headings that policies have, 2 for three different ones. */
function headings(lines: readonly string[]): number {
  const found = lines.flatMap((line) => heading.exec(line)?.[1]?.toLowerCase() ?? []);
  return new Set(found).size >= 3 ? 2 : found.length >= 2 ? 1 : 0;
}
const heading =
  /^#{1,4}\s*(?:[\d.]+\s*)?\**(purpose(?: and scope)?|objectives?|scope|policy(?: statements?)?|exceptions?|enforcement|violations?(?: & enforcement| and enforcement)?|(?:roles (?:and|&) )?responsibilities|policy compliance|(?:review and )?version history|revision history)\**\s*:?\s*$/i;

// What only a policy says to the people it binds.
const toStaff =
  /\bit is (?:the|our) policy of\b|\bviolations? of this policy\b|\bdisciplinary action\b|\bthis policy applies to (?:all )?(?:[\w’'-]+ ){0,3}(?:employees|staff|personnel|workforce members)\b/i;

/** The lines that aren't in a fence: an example of a policy's front matter makes no policy of the page around it. */
function outsideOfCode(lines: readonly string[]): readonly string[] {
  let inside = false;
  return lines.filter((line) => {
    const fence = /^\s*(?:`{3,}|~{3,})/.test(line);
    if (fence) inside = !inside;
    return !fence && !inside;
  });
}

/** 2 where a fifth of the lines is code: that is documentation of a program. */
function codeHeavy(lines: readonly string[]): number {
  let inside = false;
  let code = 0;
  for (const line of lines) {
    if (/^\s*(?:```|~~~)/.test(line)) inside = !inside;
    else if (inside) code++;
  }
  return code > lines.filter((line) => line.trim() !== '').length / 5 ? 2 : 0;
}
