import type { Dialect } from '../dialect.ts';

/** Settings of repositories as YAML: repository-settings/app, and github/safe-settings with its levels. */
export const githubSettings: Dialect = {
  name: 'github-settings',
  claims: (path) =>
    /(^|\/)\.github\/settings\.ya?ml$/.test(path)
      ? 'yes'
      : /(^|\/)\.github\/(repos|suborgs)\/[^/]+\.ya?ml$/.test(path)
        ? 'maybe'
        : 'no',
  sniff: (_path, head) =>
    /^(repository|branches|rulesets|teams|collaborators|environments|suborgrepos|suborgteams|validator):/m.test(head),
  load: () => import('./read.ts'),
};
