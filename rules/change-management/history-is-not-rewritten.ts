import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'history-is-not-rewritten',
  title: 'The history of released branches can not be rewritten',
  severity: 'high',
  criteria: {
    'CC8.1': 'The record of what was changed, by whom and with whose approval stays as it was.',
  },
  do: 'Block force pushes and deletion of this branch.',
  aspects: {
    'force-push': { scorecard: ['blocksForcePushOnBranches'] },
    deletion: { scorecard: ['blocksDeleteOnBranches'] },
  },
  on: on('branch-rules'),
  check: ({ name, traits: { branch, forcePushBlocked, deletionBlocked } }) => ({
    'force-push': expect(forcePushBlocked, (on) => on, `${name} lets people force-push to ${branch}.`, {
      label: 'history can be replaced',
    }),
    deletion: expect(deletionBlocked, (on) => on, `${name} lets people delete ${branch}.`, {
      label: 'the branch can be deleted',
    }),
  }),
});
