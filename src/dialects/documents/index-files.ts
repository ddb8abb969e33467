import { parseJson } from '../../parse/json/parse.ts';
import { child, entriesOf, itemsOf, textOf } from '../../parse/look.ts';
import type { MarkdownTree } from '../../parse/markdown/tree.ts';
import type { Node } from '../../parse/tree.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';
import type { DialectContext } from '../dialect.ts';
import { stemOf, wordsOf } from './identify.ts';

/** What a file beside a document says of it. */
export interface Beside {
  node: Node;
  file: string;
}

const indexes =
  /^(?:_?index|(?:polic(?:y|ies)|documents?|docs)(?:[-_.](?:index|list|metadata|register|manifest|config))?|(?:doc(?:ument)?[-_])?(?:metadata|manifest|catalog(?:ue)?|register)|config)\.(?:json|ya?ml)$/i;
const ending = /\.(?:md|mdx|markdown|txt)(?:\.tmpl)?$/i;
const largest = 1024 * 1024;

/** Entries about a document in an index beside it or one folder up, and a file of its own name: `backup.md`, `backup.yml`. */
export function saidBeside(path: string, tree: MarkdownTree, context: DialectContext): Beside[] {
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const own = path.slice(folder.length).replace(/^\//, '').replace(ending, '');
  const above = folder.includes('/') ? folder.slice(0, folder.lastIndexOf('/')) : '';
  const twin = new RegExp(`^${own.replace(/[^\w]/g, '\\$&')}(?:\\.meta(?:data)?)?\\.(?:json|ya?ml)$`, 'i');
  const named = (name: string) => name.slice(name.lastIndexOf('/') + 1);
  const beside = context.folder(folder);
  const files = [...beside, ...(folder === '' ? [] : context.folder(above))].filter((name) =>
    indexes.test(named(name)),
  );
  const title = tree.headings.find(({ level }) => level === 1)?.text;
  return [
    ...beside
      .filter((name) => twin.test(named(name)) && !indexes.test(named(name)))
      .flatMap((file) => rootsOf(file, context).map((node) => ({ node, file }))),
    ...files.flatMap((file) =>
      rootsOf(file, context)
        .flatMap(entriesIn)
        .filter((entry) => isAbout(entry, path, title))
        .map(({ node }) => ({ node, file })),
    ),
  ];
}

/** A file that can't be read says nothing: it belongs to no document by itself. */
function rootsOf(file: string, context: DialectContext): Node[] {
  if ((context.files.size?.(file) ?? 0) > largest) return [];
  const text = context.text(file);
  if (text === undefined) return [];
  if (/\.json$/i.test(file)) {
    const { tree } = parseJson(text);
    return tree ? [tree] : [];
  }
  return parseYaml(text).tree.flatMap(({ root }) => root ?? []);
}

interface Entry {
  /** The key it stands under, where the list is a mapping of names. */
  key?: string;
  node: Node;
}

/** Mappings of a list, of lists under keys, and of a mapping by names: no deeper than that. */
function entriesIn(root: Node): Entry[] {
  const lists = [root, ...entriesOf(root).map(({ value }) => value)];
  return lists.flatMap((list): Entry[] => [
    ...itemsOf(list)
      .filter(({ type }) => type === 'mapping')
      .map((node) => ({ node })),
    ...entriesOf(list)
      .filter(({ value }) => value.type === 'mapping')
      .map(({ key, value }) => ({ key: key.text, node: value })),
  ]);
}

const files = [
  'file',
  'filename',
  'fileName',
  'file_name',
  'path',
  'document',
  'doc',
  'source',
  'src',
  'href',
  'url',
  'link',
];
const ids = ['id', 'slug', 'key'];
const titles = ['title', 'name', 'policy'];

/** By its file where it names one, else by its id or title. */
function isAbout({ key, node }: Entry, path: string, title: string | undefined): boolean {
  const says = (names: readonly string[]) => names.flatMap((name) => textOf(child(node, name)) ?? []);
  const same = (one: string) => wordsOf(one).join(' ');
  const named = says(files).filter((file) => !/^https?:/.test(file) || ending.test(file));
  if (named.length > 0) return named.some((file) => pointsTo(file, path));
  const stem = stemOf(path);
  if ([...(key === undefined ? [] : [key]), ...says(ids)].some((id) => pointsTo(id, path) || same(id) === same(stem)))
    return true;
  return title !== undefined && says(titles).some((name) => same(name) === same(title));
}

/** `backup.md`, `./policies/backup` and `/backup/` are the same document. */
function pointsTo(file: string, path: string): boolean {
  const parts = (name: string) =>
    name
      .replace(/^https?:\/\/[^/]*/, '')
      .replace(ending, '')
      .split('/')
      .filter((part) => part !== '' && part !== '.' && part !== '..')
      .map((part) => part.toLowerCase());
  const [said, own] = [parts(file), parts(path)];
  return (
    said.length > 0 && said.length <= own.length && said.every((part, i) => part === own[own.length - said.length + i])
  );
}
