import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'objects-expire',
  title: 'Objects are deleted when they are no longer needed',
  severity: 'low',
  criteria: {
    'C1.2': 'Confidential objects are disposed of by a rule that is written down and carried out by itself.',
  },
  do: 'Add a lifecycle rule that deletes objects, or former versions, after the period that your retention policy states.',
  equivalents: { checkov: ['CKV2_AWS_61'] },
  on: on('object-storage'),
  check: ({ name, traits: { objectsExpire } }) =>
    expect(objectsExpire, (on) => on, `${name} keeps its objects without end.`),
});
