// What the oracles of charts and kustomizations share: documents as plain data, and where two of them differ.
import { parseYaml } from '../parse/yaml/parse.ts';
import type { Node } from '../parse/tree.ts';

export type Plain = string | number | boolean | null | Plain[] | { [key: string]: Plain };

const plain = (node: Node | undefined): Plain => {
  if (!node) return null;
  if (node.type === 'sequence') return node.items.map(plain);
  if (node.type === 'scalar') return node.value;
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.text, plain(value)]));
};

export const documents = (text: string): Plain[] =>
  parseYaml(text)
    .tree.map(({ root }) => plain(root))
    .filter((document) => document !== null && document !== '');

export function difference(ours: Plain, theirs: Plain | undefined, path: string): string[] {
  if (typeof ours === 'string' && ours.includes('\uE000')) return [];
  if (Array.isArray(ours) && Array.isArray(theirs))
    return ours.length === theirs.length || ours.some((item) => typeof item === 'string' && item.includes('\uE000'))
      ? ours.flatMap((item, i) => difference(item, theirs[i], `${path}[${i}]`))
      : [`${path}: ${ours.length} items, ${theirs.length} there`];
  if (isMap(ours) && isMap(theirs)) {
    const open = Object.keys(ours).some((key) => key.includes('\uE000'));
    return [...new Set([...Object.keys(ours), ...(open ? [] : Object.keys(theirs))])]
      .filter((key) => !key.includes('\uE000'))
      .flatMap((key) => difference(ours[key] ?? null, theirs[key] ?? null, `${path}.${key}`));
  }
  return JSON.stringify(ours) === JSON.stringify(theirs)
    ? []
    : [`${path}: ${JSON.stringify(ours)}, there ${JSON.stringify(theirs)}`];
}

export const isMap = (value: Plain | undefined): value is { [key: string]: Plain } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const nameOf = (document: Plain): string => {
  const metadata = isMap(document) ? (document['metadata'] ?? null) : null;
  return isMap(document)
    ? `${String(document['kind'])}/${isMap(metadata) ? String(metadata['name']) : ''}`
    : 'document';
};
