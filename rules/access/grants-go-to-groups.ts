import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'grants-go-to-groups',
  title: 'Rights are given to groups and roles, not to single people',
  severity: 'low',
  criteria: {
    'CC6.2': 'Who leaves a group loses what it had, so no forgotten grant outlives a person’s duty.',
    'CC6.3': 'Rights are tied to a duty, which can be reviewed as a whole, and not to a person.',
  },
  do: 'Give it to a group or a role, and put the people into that.',
  equivalents: {
    checkov: ['CKV_AWS_40'],
    trivy: ['AVD-AWS-0143'],
    kics: ['b4378389-a9aa-44ee-91e7-ef183f11079e'],
  },
  on: having('toSinglePerson'),
  check: ({ name, traits: { toSinglePerson } }) =>
    expect(toSinglePerson, (single) => !single, `${name} gives rights to a single user.`),
});
