import type { Dialect } from '../dialect.ts';

/** Dockerfiles, by the names that builders and editors know them by. */
export const dockerfile: Dialect = {
  name: 'dockerfile',
  claims: (path) =>
    /(?:^|\/)(?:(?:Docker|Container)file(?:[._-][^/]*)?|[^/]+\.(?:[Dd]ockerfile|[Cc]ontainerfile))$/.test(path) &&
    !/\.(?:md|txt|ya?ml|json|[jt]sx?|py|go|rb|sh|tmpl|tpl|j2|erb|dockerignore)$/.test(path)
      ? 'yes'
      : 'no',
  load: () => import('./read.ts'),
};
