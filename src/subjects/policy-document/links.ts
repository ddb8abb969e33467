import { posix } from 'node:path';
import type { FilePlace } from '../../model/place.ts';
import type { DocumentLink } from '../../model/kinds/policy-document.ts';
import type { Link } from '../../parse/markdown/tree.ts';
import { setOf, type MappingContext } from '../mapping.ts';

/**
 * Links to files of the repository, and whether they are there. Only what names a file is judged: what a website makes of
 * `../access` or `/access` is its own affair, and so is what lies outside of the tree.
 */
export function linksTo(links: readonly Link[], file: string, context: Pick<MappingContext, 'paths'>): DocumentLink[] {
  const files = links.flatMap(({ target, span }) => {
    const path = target.replace(/[?#].*$/, '');
    if (path === '' || /^[a-z][a-z\d+.-]*:|^\/|[{}<>$]/i.test(target) || !/\.[a-z][a-z0-9]{1,5}$/i.test(path))
      return [];
    const resolved = posix.normalize(posix.join(posix.dirname(file), path));
    const at: FilePlace = { file, span };
    return resolved.startsWith('..') ? [] : [{ target, resolved, at }];
  });
  // What else there is matters to a document that links to it, and to no other.
  if (files.length === 0) return [];
  const paths = setOf(context.paths);
  // A scan of some files doesn't know what else there is.
  if (paths.size === 0) return [];
  return files.map(({ target, resolved, at }) => ({
    target,
    found: paths.has(resolved) || paths.has(`${resolved}.tmpl`),
    at,
  }));
}
