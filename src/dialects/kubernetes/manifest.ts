import type { FilePlace } from '../../model/place.ts';
import type { ObjectValue, StringValue, Value } from '../../model/value.ts';
import type { Unresolved } from '../dialect.ts';

/** An object as some manifest states it. */
export interface Manifest {
  kind: string;
  body: ObjectValue;
  file: string;
  /** The line that names its kind. */
  at: FilePlace;
  block: FilePlace;
  /** What it was called before kustomizations changed that: they go on to be found by these. */
  formerNames?: readonly string[];
}

export interface Source {
  /** What folders came to, as several kustomizations may take the same. */
  known: Map<string, readonly Manifest[]>;
  /** The kustomization of a folder: its path and what it says. */
  kustomization(folder: string): { file: string; body: ObjectValue } | undefined;
  /** The objects of a file; undefined where there is no such file. */
  manifests(file: string): readonly Manifest[] | undefined;
  /** What a file holds, whatever it is: patches need not be whole objects. Undefined where there is no such file. */
  values(file: string, text?: StringValue): readonly Value[] | undefined;
  /** The text of a file; undefined where there is no such file. */
  text(file: string): string | undefined;
  /** The objects of a chart that is taken in; undefined where it isn't in the tree. */
  chart(folder: string, file: string, index: number): readonly Manifest[] | undefined;
  unresolved(what: Unresolved): void;
}

/** Where one of them works: what it can't work out is said there. */
export interface Site {
  folder: string;
  file: string;
  source: Source;
  open(name: string, at: Value, settledBy?: string): void;
}

export const listOf = (body: Value | undefined, key: string): readonly Value[] => {
  const value = body?.type === 'object' ? body.entries.get(key) : undefined;
  return value?.type === 'list' ? value.items : [];
};

export function beside(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
