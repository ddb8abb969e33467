import type { Dialect } from '../dialect.ts';
import { isDependabot } from './dependabot-files.ts';
import { isPackageSettings } from './package-settings.ts';
import { isReviewSettings } from './review-path.ts';
import { isRenovate } from './renovate-files.ts';

/** Update bots, package managers' settings, and the manifests of every ecosystem, which are found by their paths. */
export const dependencyConfig: Dialect = {
  name: 'dependency-config',
  always: () => true,
  claims: (path) =>
    isDependabot(path) ||
    isReviewSettings(path) ||
    isRenovate(path) ||
    path === 'package.json' ||
    isPackageSettings(path)
      ? 'yes'
      : 'no',
  load: () => import('./read.ts'),
};
