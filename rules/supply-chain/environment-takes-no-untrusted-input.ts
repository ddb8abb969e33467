import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'environment-takes-no-untrusted-input',
  title: 'Text of strangers does not get into the environment of later steps',
  severity: 'high',
  criteria: {
    'CC6.8': 'Nobody from outside can set a variable or a path that makes a later step run their program.',
  },
  do: 'Write such text to a file or to GITHUB_OUTPUT, and hand it on by env where it is needed.',
  equivalents: { zizmor: ['github-env'] },
  on: on('workflow-job'),
  check: ({ name, traits: { environmentWrites } }) =>
    !environmentWrites
      ? []
      : environmentWrites.length === 0
        ? pass()
        : environmentWrites.map(({ what, at, item }) =>
            fail(`${name} writes what a stranger controls to ${what}.`, at, { item }),
          ),
});
