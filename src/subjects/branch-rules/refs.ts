import type { FactList } from '../../model/fact.ts';

export const defaultBranch = '~DEFAULT_BRANCH';
export const allBranches = '~ALL';

/** `refs/heads/main` → `main`; every spelling of "all branches" → `~ALL`. */
export function branchPattern(text: string): string {
  const name = text.replace(/^refs\/heads\//, '');
  return /^\*\*(\/\*\*?)?$/.test(name) ? allBranches : name;
}

/** A pattern in words. */
export const inWords = (pattern: string): string =>
  pattern === defaultBranch ? 'the default branch' : pattern === allBranches ? 'all branches' : pattern;

/** Names by which teams call the branches that they release from. */
const mainlineName =
  /^(main|master|trunk|mainline|develop|development|default|prod|production|stable|release([-_/].*)?|releases\/.*|hotfix\/.*)$/i;

export const isMainline = (pattern: string): boolean =>
  pattern === defaultBranch || pattern === '*' || mainlineName.test(pattern);

/** Names that may be the default branch's. */
const mayBeDefault = (name: string) => /^(main|master|trunk|mainline|develop|development|default)$/i.test(name);

export type Reach = 'yes' | 'no' | 'maybe';

/** Whether a pattern reaches a ref; `maybe` where that hangs on what the default branch is called. */
function patternReaches(pattern: string, ref: string, known: string | undefined): Reach {
  if (pattern === ref || pattern === allBranches) return 'yes';
  if (pattern === defaultBranch)
    return known !== undefined ? (known === ref ? 'yes' : 'no') : mayBeDefault(ref) ? 'maybe' : 'no';
  if (ref === defaultBranch) {
    if (known !== undefined) return globReaches(pattern, known);
    return pattern === '*' || mayBeDefault(pattern) ? 'maybe' : 'no';
  }
  return globReaches(pattern, ref);
}

const globReaches = (pattern: string, name: string): Reach =>
  pattern === name || (/[*?[]/.test(pattern) && !/[*?[]/.test(name) && globOf(pattern).test(name)) ? 'yes' : 'no';

/**
 * Ruby's `File.fnmatch` with `FNM_PATHNAME`, which branch rules match with: `*` stays within a part, only a `**` before a
 * slash goes across parts. Small and here, as the package for globs takes longer to load than a file to scan.
 * https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository#using-fnmatch-syntax
 */
function globOf(pattern: string): RegExp {
  const source = pattern.replace(
    /\*\*\/|\*+|\?|\[([!^]?)([^\]/]+)\]|[\\^$.+()[\]{}|]/g,
    (part, not?: string, set?: string) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part.startsWith('*')) return '[^/]*';
      if (part === '?') return '[^/]';
      if (set !== undefined) return `[${not ? '^/' : ''}${set.replace(/[\\^[\]]/g, '\\$&')}]`;
      return `\\${part}`;
    },
  );
  try {
    return new RegExp(`^${source}$`);
  } catch {
    // A range that runs backwards, as in [z-a], holds nothing.
    return /(?!)/;
  }
}

/** Whether the refs of a statement reach a ref: included, and not excluded. */
export function reaches(
  include: FactList<string>,
  exclude: FactList<string>,
  ref: string,
  known: string | undefined,
): Reach {
  const out = reachOfList(exclude, ref, known);
  if (out === 'yes') return 'no';
  const into = reachOfList(include, ref, known);
  return into === 'yes' && out === 'maybe' ? 'maybe' : into;
}

function reachOfList(list: FactList<string>, ref: string, known: string | undefined): Reach {
  const reached = list.items.map((item): Reach => (item.known ? patternReaches(item.value, ref, known) : 'maybe'));
  if (reached.includes('yes')) return 'yes';
  return reached.includes('maybe') || !list.complete ? 'maybe' : 'no';
}
