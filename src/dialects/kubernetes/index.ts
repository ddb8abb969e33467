import type { Dialect } from '../dialect.ts';

/** Manifests of a Kubernetes cluster, in YAML and JSON, kustomizations and Helm charts. No path is standard: what they say of themselves tells. */
export const kubernetes: Dialect = {
  name: 'kubernetes',
  claims: (path) =>
    /(?:^|\/)(?:kustomization\.ya?ml|Kustomization|Chart\.ya?ml)$/.test(path)
      ? 'yes'
      : /\.(?:ya?ml|json)$/.test(path) &&
          !/(^|\/)(?:package(?:-lock)?|tsconfig|composer)\.json$|(^|\/)values\.ya?ml$/.test(path)
        ? 'maybe'
        : 'no',
  sniff: (_path, head) =>
    /^[\s{"']*apiVersion["']?\s*:\s*["']?[\w{]/m.test(head) &&
    /(?:^|[{,])\s*["']?kind["']?\s*:\s*["']?[A-Z{]/m.test(head),
  load: () => import('./read.ts'),
};
