import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'releases-use-no-caches',
  title: 'What is published is built without caches',
  severity: 'low',
  criteria: {
    'CC6.8': 'Something that another run has left in a cache can not get into what is published.',
  },
  do: 'Switch the cache off in jobs that build a release (cache: false, lookup-only: true), or build without it.',
  equivalents: { zizmor: ['cache-poisoning'] },
  on: on('workflow-job'),
  check: ({ name, traits: { cachesInReleases } }) =>
    !cachesInReleases
      ? []
      : cachesInReleases.length === 0
        ? pass()
        : cachesInReleases.map(({ what, at, item }) =>
            fail(`${name} takes in a cache (${what}) before it publishes.`, at, { item }),
          ),
});
