import { fail, having, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'tools-are-installed-by-version',
  title: 'Tools in pipelines are installed in a fixed version',
  severity: 'low',
  criteria: {
    'CC8.1': 'The tools that test and build a change are the ones that were there when it was reviewed.',
    'CC6.8': 'A new release of a tool, which may be malicious, does not run in the pipeline by itself.',
  },
  do: 'Name the version (tool@1.2.3, tool==1.2.3), or take the tool into a manifest with a lock file.',
  on: having('openVersions'),
  check: ({ name, traits: { openVersions } }) =>
    !openVersions
      ? []
      : openVersions.length === 0
        ? pass()
        : openVersions.map(({ what, at, item }) =>
            fail(`${name} installs ${what} in whatever version is the newest.`, at, { item }),
          ),
});
