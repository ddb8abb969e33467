import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'object-access-is-uniform',
  title: 'Access to objects is given for the whole store',
  severity: 'medium',
  criteria: {
    'CC6.1': 'One policy says who may read what, and no object escapes it.',
    'CC6.3': 'Access can be reviewed in one place, instead of object by object.',
  },
  do: 'Set uniform_bucket_level_access = true.',
  equivalents: { checkov: ['CKV_GCP_29'], trivy: ['AVD-GCP-0002'], kics: ['bb0db090-5509-4853-a827-75ced0b3caa0'] },
  on: on('object-storage'),
  check: ({ name, traits: { accessByAclPossible } }) =>
    expect(accessByAclPossible, (on) => !on, `${name} lets single objects be granted apart from its policy.`),
});
