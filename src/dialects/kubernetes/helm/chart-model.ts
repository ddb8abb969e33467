import { fileStart, type FilePlace } from '../../../model/place.ts';
import type { Unresolved } from '../../dialect.ts';
import { plain, type Data, type Dict, type Piece } from './data.ts';
import type { TemplateFile } from './evaluate.ts';

/** What a template of a chart comes to. */
export interface Output {
  file: TemplateFile;
  pieces: readonly Piece[];
}

/** A chart as it stands in its folder: https://helm.sh/docs/topics/charts/ */
export interface Chart {
  folder: string;
  file: string;
  about: Dict;
  name: string;
  values: Dict;
  templates: readonly TemplateFile[];
  /** Whether a path in it is left out of it. */
  ignored(path: string): boolean;
}

/** A chart in the place where another one takes it in. */
export interface Instance {
  chart: Chart;
  /** `parent/charts/child`, in the names that templates see. */
  path: string;
  values: Dict;
  children: ReadonlyMap<string, Instance>;
}

/** What somebody who installs a chart says. */
export interface Given {
  /** The last goes before the others. */
  values: readonly Dict[];
  release?: string;
  namespace?: string;
}

export const stepsOfChart = 6_000_000;
export const stepsOfTemplate = 1_500_000;

export const at = (folder: string, path: string): string => (folder === '' ? path : `${folder}/${path}`);

export const problemOf = (name: string, file: string, settledBy: string, place?: FilePlace): Unresolved => ({
  name,
  reason: { code: 'not-rendered', subject: name, settledBy },
  at: place ?? fileStart(file),
});

export function nameIn(data: Data | undefined, key: string): string | undefined {
  const value = data?.type === 'map' ? data.entries.get(key) : undefined;
  const text = value?.type === 'string' ? plain(value) : undefined;
  return typeof text === 'string' ? text : undefined;
}

export const inPath = (values: Dict, path: string): Data | undefined =>
  path
    .split('.')
    .reduce<Data | undefined>((data, key) => (data?.type === 'map' ? data.entries.get(key) : undefined), values);

export const inChart = ({ path }: TemplateFile, { folder }: Chart): string =>
  folder === '' ? path : path.slice(folder.length + 1);
