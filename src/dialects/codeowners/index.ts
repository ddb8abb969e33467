import type { Dialect } from '../dialect.ts';

/** Who owns which paths: https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners */
export const codeowners: Dialect = {
  name: 'codeowners',
  // Names in other letters and with an ending too: the forge reads none of them, which is worth telling.
  claims: (path) => (/^(\.github\/|docs\/|\.gitlab\/)?CODEOWNERS(\.(md|txt))?$/i.test(path) ? 'yes' : 'no'),
  load: () => import('./read.ts'),
};
