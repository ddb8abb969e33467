import { posix } from 'node:path';
import type { FilePlace } from '../../model/place.ts';
import type { DocumentLink } from '../../model/kinds/policy-document.ts';
import type { Link } from '../../parse/markdown/tree.ts';

/**
 * Links to files of the repository, and whether they are there. Only what names a file is judged: what a website makes of
 * `../access` or `/access` is its own affair, and so is what lies outside of the tree.
 */
export const linksTo = (links: readonly Link[], file: string, paths: ReadonlySet<string>): DocumentLink[] =>
  // A scan of some files doesn't know what else there is.
  (paths.size === 0 ? [] : links).flatMap(({ target, span }): DocumentLink[] => {
    const path = target.replace(/[?#].*$/, '');
    if (path === '' || /^[a-z][a-z\d+.-]*:|^\/|[{}<>$]/i.test(target) || !/\.[a-z][a-z0-9]{1,5}$/i.test(path))
      return [];
    const resolved = posix.normalize(posix.join(posix.dirname(file), path));
    if (resolved.startsWith('..')) return [];
    const at: FilePlace = { file, span };
    return [{ target, found: paths.has(resolved) || paths.has(`${resolved}.tmpl`), at }];
  });
