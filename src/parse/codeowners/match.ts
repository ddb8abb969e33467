/** Whether a CODEOWNERS pattern matches a path. */
export const matchesPattern = (pattern: string, path: string): boolean => patternMatcher(pattern)(path);

/**
 * Compiles a pattern by gitignore's rules as CODEOWNERS keeps them: anchored if a slash stands anywhere but at the end; a
 * folder covers all below it, except behind a lone `*` in the last part (`docs/*` is not `docs/a/b`).
 * https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-syntax
 */
export function patternMatcher(pattern: string): (path: string) => boolean {
  const expression = new RegExp(source(pattern));
  return (path) => expression.test(path);
}

/** What every path that matches begins with, as far as the pattern tells: `''` where that may be anything. */
export function literalBeginning(pattern: string): string {
  const anchored = pattern.replace(/\/$/, '').includes('/');
  return anchored ? /^[^*?\\]*/.exec(pattern.replace(/^\//, ''))![0].replace(/\/$/, '') : '';
}

function source(pattern: string): string {
  if (pattern === '/') return '(?!)'; // the root itself: matches no file
  const isFolder = pattern.endsWith('/');
  const anchored = pattern.replace(/\/$/, '').includes('/');
  const parts = pattern.replace(/^\/|\/$/g, '').split('/');
  let body = '';
  parts.forEach((part, index) => {
    const last = index === parts.length - 1;
    if (part === '**') {
      if (last) body += index === 0 ? '.*' : '/.+';
      else body += index === 0 ? '(?:.*/)?' : '(?:/.*)?/';
      return;
    }
    const between = index > 0 && parts[index - 1] !== '**' ? '/' : '';
    body += between + part.replace(/\\(.)|\*+|\?|[^*?\\]+|\\/g, translated);
  });
  const lastPart = parts.at(-1)!;
  // A lone star in the last part stands for direct children only.
  const below = lastPart === '**' ? '' : isFolder ? '/.+' : lastPart === '*' && anchored ? '' : '(?:/.*)?';
  return `^${anchored ? '' : '(?:.*/)?'}${body}${below}$`;
}

/** One piece of a part: stars, a question mark, an escaped character, or text. */
function translated(piece: string, escaped: string | undefined): string {
  if (escaped !== undefined) return literal(escaped);
  if (piece.startsWith('*')) return '[^/]*';
  return piece === '?' ? '[^/]' : literal(piece);
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
