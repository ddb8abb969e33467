import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'members-get-little-by-default',
  title: 'Being a member gives no right to write or to publish',
  severity: 'medium',
  criteria: {
    'CC6.3': 'The right to change a repository comes from a role in a team, and not from being in the organization.',
    'C1.1': 'A single member can not put confidential code where everyone reads it.',
  },
  do: 'Set default_repository_permission to "none" or "read" and members_can_create_public_repositories to false.',
  aspects: { write: {}, public: {} },
  on: on('organization-settings'),
  check: ({ name, traits: { basePermission, membersCreatePublic } }) => ({
    write: expect(
      basePermission,
      (level) => level === 'none' || level === 'read',
      (level) => `${name} gives every member the permission ${level} in every repository.`,
      { label: 'for every member' },
    ),
    public: expect(membersCreatePublic, (may) => !may, `${name} lets every member create public repositories.`, {
      label: 'anyone may publish',
    }),
  }),
});
