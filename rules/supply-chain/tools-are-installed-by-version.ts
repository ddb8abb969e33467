import type { Finding } from '../../src/model/kinds/workflow-job.ts';
import { fail, having, pass, rule, type Check } from '../../src/rule/rule.ts';

const each = (found: readonly Finding[] | undefined, message: (what: string) => string): Check =>
  !found ? [] : found.length === 0 ? pass() : found.map(({ what, at, item }) => fail(message(what), at, { item }));

export default rule({
  id: 'tools-are-installed-by-version',
  title: 'Tools in pipelines are installed in a fixed version',
  severity: 'low',
  criteria: {
    'CC8.1': 'The tools that test and build a change are the ones that were there when it was reviewed.',
    'CC6.8': 'A new release of a tool, which may be malicious, does not run in the pipeline by itself.',
  },
  do: 'Name the version (tool@1.2.3, tool==1.2.3), or take the tool into a manifest with a lock file.',
  aspects: { package: { zizmor: ['adhoc-packages'] }, setup: { zizmor: ['unpinned-tools'] } },
  on: having('openVersions'),
  check: ({ name, traits: { openVersions, latestTools } }) => ({
    package: each(openVersions, (what) => `${name} installs ${what} in whatever version is the newest.`),
    setup: each(latestTools, (what) => `${name} fetches the newest release of a tool (${what}).`),
  }),
});
