import type { Dialect } from '../dialect.ts';

const contributing = /^(\.github\/|docs\/|\.gitlab\/)?contributing(\.(md|rst|txt|adoc))?$/i;
const template =
  /^(\.github\/|docs\/)?pull_request_template(\.(md|txt)|\/[^/]+\.md)$|^\.gitlab\/merge_request_templates\/[^/]+\.md$/i;

/** What contributors are told: where GitHub and GitLab look for it. */
export const guides: Dialect = {
  name: 'guides',
  claims: (path) => (contributing.test(path) || template.test(path) ? 'yes' : 'no'),
  load: () => import('./read.ts'),
};
