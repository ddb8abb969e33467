import { describe, expect, it } from 'vitest';
import { findings, type Mutation } from './guarded-repository.ts';

// A policy of GitLab on approvals, with one setting broken at a time. What it leaves to the project is unknown always.

const file = '.gitlab/security-policies/policy.yml';
const policy = `approval_policy:
  - name: Every change
    enabled: true
    rules:
      - type: any_merge_request
        branch_type: protected
        commits: any
    actions:
      - type: require_approval
        approvals_required: 2
        role_approvers: [maintainer]
    approval_settings:
      block_branch_modification: true
      prevent_pushing_and_force_pushing: true
      prevent_approval_by_commit_author: true
      remove_approvals_with_new_commit: true
`;

const always = [
  'admins-follow-the-rules ?',
  'apps-follow-the-rules ?',
  'bypasses-leave-a-trace ?',
  'changes-are-tested-up-to-date ?',
  'checks-are-required ?',
  'conversations-are-resolved ?',
  'history-is-linear ?',
];

const mutations: readonly Mutation[] = [
  ['one approval', 'required: 2', 'required: 1', ['changes-need-two-reviews']],
  ['no approval', 'required: 2', 'required: 0', ['changes-need-review', 'changes-need-two-reviews']],
  ['no approval by default', /.*approvals_required.*\n/, '', ['changes-need-review', 'changes-need-two-reviews']],
  [
    'unsigned commits only',
    'commits: any',
    'commits: unsigned',
    ['changes-need-review ?', 'changes-need-two-reviews ?'],
  ],
  ['who pushes is left to the project', /.*prevent_pushing.*\n/, '', ['history-is-not-rewritten/force-push ?']],
  ['deletion is left to the project', /.*block_branch.*\n/, '', ['history-is-not-rewritten/deletion ?']],
  ['whose approval is left to the project', /.*by_commit_author.*\n/, '', ['last-push-is-approved ?']],
  ['branches that nothing is released from', 'branch_type: protected', 'branches: [feature/*]', []],
];

describe('a policy of GitLab', () => {
  it('has no finding', async () => {
    expect(await findings(new Map([[file, policy]]))).toEqual(always);
  });

  it.each(mutations)('%s', async (_, from, to, expected) => {
    const after = policy.replace(from, to);
    expect(after, 'the mutation changes nothing').not.toBe(policy);
    expect((await findings(new Map([[file, after]]))).filter((id) => !always.includes(id))).toEqual(expected);
  });

  it('that is switched off', async () => {
    expect(await findings(new Map([[file, policy.replace('enabled: true', 'enabled: false')]]))).toEqual([
      'ruleset-is-enforced',
    ]);
  });
});
