import type { FilePlace } from '../../model/place.ts';
import { child, entriesOf, entryOf, itemsOf, textOf } from '../../parse/look.ts';
import type { Node } from '../../parse/tree.ts';
import type { Comment } from '../dialect.ts';
import type { Manifest } from './manifest.ts';
import { manifestValue } from './value.ts';

/** The objects of a document: itself, or the items of a list of any kind. */
export function objectsIn(root: Node | undefined, depth = 0): readonly Node[] {
  if (root?.type === 'sequence' && depth < 4) return root.items.flatMap((item) => objectsIn(item, depth + 1));
  if (root?.type !== 'mapping') return [];
  const kind = textOf(child(root, 'kind'));
  const items = child(root, 'items');
  if (kind?.endsWith('List') && items?.type === 'sequence' && depth < 4)
    return items.items.flatMap((item) => objectsIn(item, depth + 1));
  return [root];
}

export function manifestOf(node: Node, file: string): Manifest | undefined {
  const kind = textOf(child(node, 'kind'));
  const body = manifestValue(node, file);
  if (kind === undefined || child(node, 'apiVersion') === undefined || body.type !== 'object') return undefined;
  return { kind, body, file, at: headerOf(node, file), block: { file, span: node.span } };
}

/** The line that names the kind. */
export function headerOf(node: Node, file: string): FilePlace {
  const entry = entryOf(node, 'kind')!;
  const { startLine, startColumn } = entry.key.span;
  const { endLine, endColumn } = entry.value.span;
  return { file, span: { startLine, startColumn, endLine, endColumn } };
}

/** What other tools are told to pass over by annotations: https://www.checkov.io/7.Scan%20Examples/Kubernetes.html, https://docs.kubelinter.io/#/configuring-kubelinter */
export function annotated(node: Node, file: string): Comment[] {
  const covers: FilePlace = { file, span: node.span };
  const pods = ['metadata', 'annotations'];
  const places = [pods, ['spec', 'template', ...pods], ['spec', 'jobTemplate', 'spec', 'template', ...pods]];
  return places.flatMap((path) =>
    entriesOf(child(node, ...path)).flatMap(({ key, value }): Comment[] => {
      const text = waiver(key.text, textOf(itemsOf(value)[0]) ?? '');
      return text === undefined ? [] : [{ text, at: { file, span: key.span }, covers }];
    }),
  );
}

function waiver(key: string, value: string): string | undefined {
  if (/^(?:checkov|bridgecrew)\.io\/skip\d*$/.test(key)) {
    const [id = '', ...reason] = value.split('=');
    return `checkov:skip=${id.trim()}: ${reason.join('=')}`;
  }
  return key.startsWith('ignore-check.kube-linter.io/') ? `${key}: ${value}` : undefined;
}
