import { fail, having, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pipeline-packages-come-from-a-lock-file',
  title: 'Packages in pipelines come from a lock file',
  severity: 'info',
  criteria: {
    'CC6.8': 'Also what a tool itself depends on is the code that was there when the change was reviewed.',
    'CC8.1': 'A tool gets another version by a change that is reviewed like any other.',
  },
  do: 'Put the tool into a manifest with a lock file and install from that (npm ci, bundle install, pip install --require-hashes).',
  equivalents: { zizmor: ['adhoc-packages'] },
  on: having('looseInstalls'),
  check: ({ name, traits: { looseInstalls } }) =>
    !looseInstalls
      ? []
      : looseInstalls.length === 0
        ? pass()
        : looseInstalls.map(({ what, at, item }) =>
            fail(`${name} installs ${what} past any lock file.`, at, { item, label: 'not from a lock file' }),
          ),
});
