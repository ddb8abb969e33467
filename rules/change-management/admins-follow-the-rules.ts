import { allItems, isApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'admins-follow-the-rules',
  title: 'Branch rules hold for administrators too',
  severity: 'high',
  criteria: {
    'CC8.1': 'Administrators can not skip review and tests either, so every change goes the same way.',
    'CC6.3': 'The widest role does not come with the power to approve its own changes.',
  },
  do: 'Set enforce_admins, or take administrators off the bypass list (or limit them to pull requests).',
  equivalents: { scorecard: ['branchProtectionAppliesToAdmins'] },
  on: on('branch-rules'),
  check: ({ name, traits: { branch, bypasses } }) =>
    expect(
      isApplicable(bypasses)
        ? allItems(bypasses, ({ what, mode }) => what !== 'administrators' || mode !== 'always')
        : bypasses,
      (all) => all,
      `${name} does not hold for administrators: they can change ${branch} without review.`,
      { label: 'administrators go around it' },
    ),
});
