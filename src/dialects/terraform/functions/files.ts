import { createHash } from 'node:crypto';
import { fileStart } from '../../../model/place.ts';
import type { Value } from '../../../model/value.ts';
import { spend, Stop } from '../budget.ts';
import { jsonInFile } from '../json-text.ts';
import { bool, string, through } from '../values.ts';
import { outside, plain, shallow, text, whenKnown, type CallSite, type FunctionDefinition } from './definition.ts';
import { late } from './late.ts';
import { asSet } from './sets.ts';

/** https://developer.hashicorp.com/terraform/language/functions#filesystem-functions; `templatefile` is in call.ts. */
export const fileFunctions: Record<string, FunctionDefinition> = {
  // Where the working directory is, is not in the repository.
  abspath: outside(1, 1),
  basename: plain(1, 1, ([path]) => baseOf(text(path))),
  dirname: plain(1, 1, ([path]) => folderOf(text(path))),
  file: shallow(1, 1, ([path], site) => whenKnown([path!], site, ([given]) => contentOf(text(given), site))),
  filebase64: hashOf((bytes) => Buffer.from(bytes).toString('base64')),
  filebase64sha256: hashOf((bytes) => createHash('sha256').update(bytes).digest('base64')),
  filebase64sha512: hashOf((bytes) => createHash('sha512').update(bytes).digest('base64')),
  fileexists: shallow(1, 1, ([path], site) =>
    whenKnown([path!], site, ([given]) => bool(site.files.bytes(inTree(text(given), site)) !== undefined, site.at)),
  ),
  filemd5: hashOf((bytes) => createHash('md5').update(bytes).digest('hex')),
  fileset: shallow(2, 2, ([path, pattern], site) =>
    whenKnown([path!, pattern!], site, ([folder, glob]) => filesIn(inTree(text(folder), site), text(glob), site)),
  ),
  filesha1: hashOf((bytes) => createHash('sha1').update(bytes).digest('hex')),
  filesha256: hashOf((bytes) => createHash('sha256').update(bytes).digest('hex')),
  filesha512: hashOf((bytes) => createHash('sha512').update(bytes).digest('hex')),
  pathexpand: plain(1, 1, ([path], site) => {
    if (text(path).startsWith('~'))
      throw new Stop('function-outside', `the home folder that ${site.name}() would read`);
    return text(path);
  }),
};

/** The path in the scanned tree; files elsewhere are never read. */
export function inTree(path: string, site: CallSite): string {
  const resolved = site.files.resolve(path);
  if (resolved === undefined) throw new Stop('function-outside', `the file ${path} inside of the repository`);
  return resolved;
}

function bytesOf(path: string, site: CallSite): Uint8Array {
  const bytes = site.files.bytes(inTree(path, site));
  if (!bytes) throw new Stop('does-not-exist', `the file ${path} in the repository`);
  return bytes;
}

/** A file's text stands in that file, and came through the call; JSON in it keeps its places. */
function contentOf(path: string, site: CallSite): Value {
  const resolved = inTree(path, site);
  const content = site.files.text(resolved);
  if (content === undefined) throw new Stop('does-not-exist', `the file ${path} in the repository, as text in UTF-8`);
  spend(site.budget, Math.ceil(content.length / 100));
  const json = /^\s*[{[]/.test(content) ? jsonInFile(content, resolved) : undefined;
  return through({ ...string(content, fileStart(resolved)), ...(json && { json }) }, site.at);
}

function hashOf(compute: (bytes: Uint8Array) => string): FunctionDefinition {
  return plain(1, 1, ([path], site) => compute(bytesOf(text(path), site)));
}

function filesIn(folder: string, glob: string, site: CallSite): Value {
  const prefix = folder === '' ? '' : `${folder}/`;
  // https://pkg.go.dev/github.com/bmatcuk/doublestar, which has no extended globs
  const matcher = new (late().Minimatch)(glob.replace(/^\.\//, ''), {
    dot: true,
    noext: true,
    nocomment: true,
    nonegate: true,
  });
  const found = site.files.list().filter((path) => {
    spend(site.budget);
    return path.startsWith(prefix) && matcher.match(path.slice(prefix.length));
  });
  return asSet(
    found.map((path) => string(path.slice(prefix.length), site.at)),
    site.at,
    site.budget,
  );
}

/** https://pkg.go.dev/path/filepath#Base */
const baseOf = (path: string): string => (path === '' ? '.' : path.replace(/\/+$/, '').split('/').at(-1) || '/');

/** https://pkg.go.dev/path/filepath#Dir */
function folderOf(path: string): string {
  const cut = path.lastIndexOf('/');
  if (cut < 0) return '.';
  const parts: string[] = [];
  for (const part of path.slice(0, cut).split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part === '..' && path.startsWith('/')) continue;
    else if (part !== '' && part !== '.') parts.push(part);
  }
  const joined = parts.join('/');
  return path.startsWith('/') ? `/${joined}` : joined || '.';
}
