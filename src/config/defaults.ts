import type { Config } from '../model/config.ts';

/** What holds where `.soc2/config.yml` says nothing. */
export const defaults: Config = {
  categories: null,
  holds: new Map(),
  engagement: { type: null },
  rules: {},
  roles: [],
  exclude: [],
  documents: [],
  varFiles: [],
};
