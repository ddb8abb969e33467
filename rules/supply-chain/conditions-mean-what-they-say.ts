import { fail, having, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'conditions-mean-what-they-say',
  title: 'Conditions in pipelines are not true by accident',
  severity: 'medium',
  criteria: {
    'CC8.1': 'A step that is to run only under a condition, such as a release, does not run without it.',
  },
  do: 'Write the whole condition inside of ${{ }}, or without it, and use |- or >- where it has several lines.',
  equivalents: { zizmor: ['unsound-condition'], poutine: ['if_always_true'] },
  on: having('alwaysTrueConditions'),
  check: ({ name, traits: { alwaysTrueConditions } }) =>
    !alwaysTrueConditions
      ? []
      : alwaysTrueConditions.length === 0
        ? pass()
        : alwaysTrueConditions.map(({ what, at, item }) =>
            fail(`${name} has a condition that always holds (${what}).`, at, { item }),
          ),
});
