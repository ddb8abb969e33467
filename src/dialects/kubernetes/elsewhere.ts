import { isFilePlace } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import type { DialectContext, Unresolved } from '../dialect.ts';
import { beside, listOf, type Manifest } from './manifest.ts';
import { textAt } from './patch.ts';

const at = (value: Value | undefined, ...path: readonly string[]): Value | undefined =>
  path.reduce<Value | undefined>(
    (found, key) => (found?.type === 'object' ? found.entries.get(key) : undefined),
    value,
  );

/**
 * What an object has an operator fetch and run that isn't in the tree: charts of Flux, Argo CD and K3s, and folders of other
 * repositories. https://fluxcd.io/flux/components/helm/helmreleases/, https://argo-cd.readthedocs.io/en/stable/operator-manual/application.yaml,
 * https://docs.k3s.io/helm
 */
export function fetchedBy({ kind, body, at: header }: Manifest, context: DialectContext): readonly Unresolved[] {
  const group = (textAt(body, 'apiVersion') ?? '').replace(/\/.*$/, '');
  const name = `${kind} ${textAt(body, 'metadata', 'name') ?? ''}`;
  const listed = (what: string, source: Value | undefined): Unresolved => ({
    name: `${what} of ${name}`,
    reason: { code: 'remote-module', subject: what, settledBy: 'manifests as they are applied, in the repository' },
    at: source && isFilePlace(source.at) ? source.at : header,
  });
  if (kind === 'HelmRelease' && group === 'helm.toolkit.fluxcd.io') {
    const chart = at(body, 'spec', 'chart', 'spec', 'chart') ?? at(body, 'spec', 'chartRef', 'name');
    return [listed(`chart ${textAt(chart) ?? ''}`.trim(), chart)];
  }
  if (kind === 'HelmChart' && group === 'helm.cattle.io') {
    const chart = at(body, 'spec', 'chart') ?? at(body, 'spec', 'chartContent');
    return [listed(`chart ${chart?.type === 'string' ? chart.value.slice(0, 80) : ''}`.trim(), chart)];
  }
  if (group !== 'argoproj.io' || !/^Application(?:Set)?$/.test(kind)) return [];
  const spec = kind === 'Application' ? at(body, 'spec') : at(body, 'spec', 'template', 'spec');
  const single = at(spec, 'source');
  return [...(single ? [single] : []), ...listOf(spec, 'sources')].flatMap((source) => {
    const chart = at(source, 'chart');
    if (chart) return [listed(`chart ${textAt(chart) ?? ''}`.trim(), chart)];
    const path = textAt(source, 'path');
    // A folder of the same repository is judged where it stands.
    if (path === undefined || context.folder(beside('', path)).length > 0) return [];
    return [listed(`folder ${path}`, at(source, 'path'))];
  });
}
