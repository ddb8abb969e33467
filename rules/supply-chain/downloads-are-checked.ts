import { fail, having, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'downloads-are-checked',
  title: 'Scripts from the network are not run unseen',
  severity: 'medium',
  criteria: {
    'CC6.8': 'What is fetched is known before it runs: a changed or replaced download can’t run in the pipeline.',
  },
  do: 'Fetch a fixed version into a file, compare its checksum, then run it; or use a pinned action.',
  on: having('pipedScripts'),
  check: ({ name, traits: { pipedScripts } }) =>
    pipedScripts.length === 0
      ? pass()
      : pipedScripts.map(({ what, at, item }) =>
          fail(`${name} runs a script from the network without looking at it (${what}).`, at, { item }),
        ),
});
