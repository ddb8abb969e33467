import { child, itemsOf, textOf } from '../../parse/look.ts';
import type { Node } from '../../parse/tree.ts';
import { parseYaml } from '../../parse/yaml/parse.ts';
import type { DialectContext, Unresolved } from '../dialect.ts';
import { Stop } from '../terraform/budget.ts';
import { yamlFile, type Charts } from './helm/chart.ts';
import type { Given } from './helm/chart-model.ts';
import type { Dict } from './helm/data.ts';
import { dataOf } from './helm/yaml.ts';
import { beside } from './manifest.ts';

interface Around {
  charts: Charts;
  listed(what: Unresolved): void;
}

/**
 * The chart that an entry of `helmCharts` names, where it is in the tree, and what is given to it:
 * https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/helmcharts/
 */
export function chartOf(
  folder: string,
  file: string,
  index: number,
  context: DialectContext,
  { charts, listed }: Around,
): { folder: string; given: Given } | undefined {
  const root = parseYaml(context.text(file) ?? '').tree[0]?.root;
  const entry = itemsOf(child(root, 'helmCharts'))[index];
  const text = (key: string): string | undefined => textOf(child(entry, key));
  const name = text('name');
  if (name === undefined) return undefined;
  const home = beside(folder, textOf(child(root, 'helmGlobals', 'chartHome')) ?? 'charts');
  const version = text('version');
  const chart = [...(version === undefined ? [] : [`${home}/${name}-${version}/${name}`]), `${home}/${name}`].find(
    (path) => charts.folders.includes(path.replace(/^\//, '')),
  );
  if (chart === undefined) return undefined;
  const files = [text('valuesFile'), ...itemsOf(child(entry, 'additionalValuesFiles')).map((item) => textOf(item))];
  const values = files.flatMap((path): Dict[] => {
    const found = path === undefined ? undefined : yamlFile(beside(folder, path), context, listed);
    return found ? [found] : [];
  });
  const inline = dictOf(child(entry, 'valuesInline'), file);
  const release = text('releaseName');
  const namespace = text('namespace');
  return {
    folder: chart.replace(/^\//, ''),
    given: {
      values: inline ? [...values, inline] : values,
      ...(release !== undefined && { release }),
      ...(namespace !== undefined && { namespace }),
    },
  };
}

function dictOf(node: Node | undefined, file: string): Dict | undefined {
  try {
    const data = node && dataOf(node, { steps: 200_000, depth: 0 }, file);
    return data?.type === 'map' ? data : undefined;
  } catch (error) {
    if (error instanceof Stop) return undefined;
    throw error;
  }
}
