import type { Dialect } from '../dialect.ts';

/** Who owns which paths: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners */
export const codeowners: Dialect = {
  name: 'codeowners',
  claims: (path) => (/^(\.github\/|docs\/|\.gitlab\/)?CODEOWNERS$/.test(path) ? 'yes' : 'no'),
  load: () => import('./read.ts'),
};
