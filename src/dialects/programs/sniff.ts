import type { Dialect } from '../dialect.ts';

/** How programs are recognised: by what they import, and their projects by the name of their file. */
export const importing = (packages: RegExp, project: RegExp): Pick<Dialect, 'claims' | 'sniff'> => ({
  claims: (path) =>
    project.test(path)
      ? 'yes'
      : /\.[cm]?[jt]sx?$/.test(path) && !/(?:^|\/)node_modules\/|\.d\.[cm]?ts$|\.min\.[cm]?js$/.test(path)
        ? 'maybe'
        : 'no',
  sniff: (_path, head) => packages.test(head),
});
