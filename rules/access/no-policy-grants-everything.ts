import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'no-policy-grants-everything',
  title: 'No policy allows every action on every resource',
  severity: 'high',
  criteria: {
    'CC6.1': 'An identity that is taken over opens what its policy names, and not the whole account.',
    'CC6.3': 'Rights follow what a role is for, as somebody had to say which ones it needs.',
  },
  do: 'Name the actions and the resources that are needed.',
  equivalents: {
    checkov: ['CKV_AWS_49', 'CKV_AWS_63', 'CKV_AWS_1', 'CKV_AWS_62', 'CKV_AZURE_39'],
    kics: ['2f37c4a3-58b9-4afe-8a87-d7f1d2286f84', '575a2155-6af1-4026-b1af-d5bc8fe2a904'],
  },
  on: on('identity-policy'),
  check: ({ name, traits: { grantsEverything } }) =>
    expect(grantsEverything, (all) => !all, `${name} allows every action on every resource.`, {
      label: 'everything is allowed',
    }),
});
