import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'actions-are-who-they-seem',
  title: 'Actions come from the owner that is meant',
  severity: 'high',
  criteria: {
    'CC6.8': 'Code of somebody who took a name that is easily mistyped does not run in the pipeline.',
  },
  do: 'Look at who owns the action, and write the name of the one that is meant.',
  equivalents: { zizmor: ['typosquat-uses'] },
  on: on('action-reference'),
  check: ({ traits: { reference, meant } }) =>
    expect(
      meant,
      (other) => other === undefined,
      (other) => `${reference} is one slip of the pen away from ${other}, and somebody else's.`,
    ),
});
