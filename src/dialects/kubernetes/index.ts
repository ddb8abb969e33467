import type { Dialect } from '../dialect.ts';

/** Manifests of Kubernetes. No path is standard: an object states its group and its kind. */
export const kubernetes: Dialect = {
  name: 'kubernetes',
  claims: (path) =>
    /\.(?:ya?ml|json)$/.test(path) &&
    !/(?:^|\/)(?:package(?:-lock)?|tsconfig|composer)\.json$|(?:^|\/)(?:kustomization|Chart|values[\w.-]*)\.ya?ml$|^\.github\//.test(
      path,
    )
      ? 'maybe'
      : 'no',
  sniff: (_path, head) =>
    /(?:^|[\s{,])["']?apiVersion["']?\s*:\s*["']?[\w./-]*v\d/.test(head) &&
    /(?:^|[\s{,])["']?kind["']?\s*:\s*["']?[A-Z]/.test(head),
  load: () => import('./read.ts'),
};
