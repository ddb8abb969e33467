import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'installs-use-the-lockfile',
  title: 'Pipelines install the versions of the lock file',
  severity: 'low',
  criteria: {
    'CC8.1': 'What a pipeline tests and builds are the versions that were reviewed, or it fails.',
    'CC6.8': 'A version that nobody has taken in can not get into a build past the lock file.',
  },
  do: 'Use npm ci, yarn install --immutable (--frozen-lockfile in version 1), pnpm install --frozen-lockfile.',
  on: on('workflow-job'),
  check: ({ name, at, traits: { installs } }) =>
    installs.length === 0
      ? []
      : installs.map(({ what, at: place, item, loose }) =>
          loose
            ? fail(`${name} runs ${what}, which may take other versions than the lock file names.`, place, {
                item,
                label: 'goes past the lock file',
              })
            : pass(at, item),
        ),
});
