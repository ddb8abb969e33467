import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'objects-are-locked',
  title: 'Objects can be kept from being changed',
  severity: 'info',
  criteria: {
    'PI1.5': 'Records that must not change can’t be overwritten or deleted, not even by administrators.',
  },
  do: 'For records and logs, switch object lock on, or lock a retention policy.',
  equivalents: { checkov: ['CKV_AWS_143'] },
  on: on('object-storage'),
  check: ({ name, traits: { objectsLocked } }) =>
    expect(objectsLocked, (on) => on, `${name} lets every object be overwritten or deleted.`),
});
