import type { FilePlace } from '../../model/place.ts';
import { locationOf } from '../../model/report.ts';
import { child, entriesOf, itemsOf, textOf } from '../../parse/look.ts';
import type { SourceComment } from '../../parse/parsed.ts';
import type { MappingNode, Node, ScalarNode } from '../../parse/tree.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';
import type { DialectContext } from '../dialect.ts';
import type { Include } from './model.ts';

/** A key of a pipeline and the file it stands in. */
export interface Entry {
  file: string;
  key: ScalarNode;
  value: Node;
}

/** All files of one pipeline laid over each other: what comes later wins. */
export interface Files {
  root: string;
  entries: ReadonlyMap<string, Entry>;
  includes: readonly Include[];
  read: ReadonlySet<string>;
  comments: readonly { file: string; comment: SourceComment; root: MappingNode }[];
}

// https://docs.gitlab.com/ci/yaml/includes/: at most 150 files.
const most = 150;

/** Reads a file and what it includes from the repository; included files come first, the file itself lies over them. */
export function filesOf(root: string, context: DialectContext): Files {
  const entries = new Map<string, Entry>();
  const includes: Include[] = [];
  const read = new Set<string>();
  const comments: Files['comments'][number][] = [];
  const visit = (file: string): void => {
    if (read.has(file) || read.size >= most) return;
    const text = context.text(file);
    if (text === undefined) return;
    read.add(file);
    const { tree, problems, comments: written } = parseYaml(text);
    for (const { message, span, kind } of problems)
      context.problem({ kind, message, location: locationOf({ file, span }) });
    // A component has its inputs in a document of their own before the pipeline.
    const document = tree.at(-1)?.root;
    if (document?.type !== 'mapping') return;
    comments.push(...written.map((comment) => ({ file, comment, root: document })));
    for (const node of itemsOf(child(document, 'include'))) take(node, file);
    for (const { key, value } of document.entries) {
      if (key.text === 'include') continue;
      entries.set(key.text, over(entries.get(key.text), { file, key, value }));
      for (const node of itemsOf(child(value, 'trigger', 'include'))) take(node, file);
    }
  };
  const take = (node: Node, file: string): void => {
    const at: FilePlace = { file, span: node.span };
    const plain = textOf(node);
    if (plain !== undefined) {
      if (/^https?:\/\//.test(plain)) includes.push({ kind: 'remote', what: plain, at });
      else for (const path of localFiles(plain, context)) visit(path);
      return;
    }
    for (const local of itemsOf(child(node, 'local'))) {
      const path = textOf(local);
      if (path !== undefined) for (const found of localFiles(path, context)) visit(found);
    }
    includes.push(...foreign(node, at));
  };
  visit(root);
  return { root, entries, includes, read, comments };
}

/** Mappings of several files are merged key by key; anything else is replaced. */
function over(below: Entry | undefined, above: Entry): Entry {
  // Nodes carry no file of their own, so only within one file can they be mixed.
  if (below?.value.type !== 'mapping' || above.value.type !== 'mapping' || below.file !== above.file) return above;
  return { ...above, value: { ...above.value, entries: [...below.value.entries, ...above.value.entries] } };
}

/** The files that a local include names, with wildcards. */
function localFiles(written: string, { files }: DialectContext): readonly string[] {
  const path = written.replace(/^\//, '');
  if (!path.includes('*')) return [path];
  const pattern = path
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/?|\*/g, (stars) => (stars === '*' ? '[^/]*' : '(?:.*/)?'));
  return files.list().filter((file) => new RegExp(`^${pattern}$`).test(file));
}

function foreign(node: Node, at: FilePlace): Include[] {
  const value = (key: string) => textOf(child(node, key));
  const project = value('project');
  if (project !== undefined) {
    const ref = value('ref');
    const names = itemsOf(child(node, 'file')).flatMap((file) => textOf(file) ?? []);
    return names.map((name) => ({
      kind: 'project',
      what: `${project}:${name}${ref === undefined ? '' : `@${ref}`}`,
      ...(ref !== undefined && { ref }),
      at: placeOf(node, 'project', at),
    }));
  }
  const remote = value('remote');
  const integrity = value('integrity');
  if (remote !== undefined)
    return [
      {
        kind: 'remote',
        what: remote,
        ...(integrity !== undefined && { ref: integrity }),
        at: placeOf(node, 'remote', at),
      },
    ];
  const component = value('component');
  if (component !== undefined) {
    const ref = component.split('@')[1];
    return [
      { kind: 'component', what: component, ...(ref !== undefined && { ref }), at: placeOf(node, 'component', at) },
    ];
  }
  const template = value('template');
  return template === undefined ? [] : [{ kind: 'template', what: template, at: placeOf(node, 'template', at) }];
}

const placeOf = (node: Node, key: string, at: FilePlace): FilePlace => {
  const found = entriesOf(node).find((entry) => entry.key.text === key);
  return found
    ? {
        file: at.file,
        span: { ...found.key.span, endLine: found.value.span.endLine, endColumn: found.value.span.endColumn },
      }
    : at;
};
