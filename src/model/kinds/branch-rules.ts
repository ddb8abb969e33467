import { defineKind, trait } from '../kind.ts';
import type { Fact, FactList } from '../fact.ts';
import { notHeld, thisRepository } from './shared.ts';

/** A check that has to report success before a change is merged. */
export interface RequiredCheck {
  name: string;
  /** Whether only one app may report it; without that, whoever can write statuses can. */
  fromOneApp: boolean;
  /** Whether that app is the forge's own pipelines. */
  fromPipelines: boolean;
}

/** Someone whom the rules don't hold back. `in-pull-requests`: only when merging one, which leaves a trace. */
export interface Bypass {
  who: string;
  what: 'administrators' | 'people' | 'app';
  mode: 'always' | 'in-pull-requests';
}

export const branchRules = defineKind({
  name: 'branch-rules',
  about:
    'What holds on a branch that changes are released from, from all that states it: protections, rulesets, settings files.',
  plural: 'sets of branch rules',
  inventory: false,
  traits: {
    branch: trait<string>('The branch or pattern in words: `main`, `the default branch`, `release/*`.'),
    thisRepository,
    pullRequestRequired: trait<Fact<boolean>>('Whether changes come in through pull requests only.'),
    approvals: trait<Fact<number>>('How many approvals a pull request needs.'),
    staleApprovalsDismissed: trait<Fact<boolean>>('Whether new commits undo the approvals given before.'),
    lastPushApproved: trait<Fact<boolean>>('Whether the last push needs an approval by someone other than who pushed.'),
    codeOwnersApprove: trait<Fact<boolean>>('Whether an owner named in CODEOWNERS has to approve.'),
    conversationsResolved: trait<Fact<boolean>>('Whether all conversations have to be resolved.'),
    requiredChecks: trait<FactList<RequiredCheck>>('The checks that have to pass.'),
    upToDate: trait<Fact<boolean>>('Whether checks have to pass on the result of the merge, not on an older base.'),
    bypasses: trait<FactList<Bypass>>('Who is not held by the rules on reviews and checks.'),
    forcePushBlocked: trait<Fact<boolean>>('Whether history can not be rewritten.'),
    deletionBlocked: trait<Fact<boolean>>('Whether the branch can not be deleted.'),
    commitsSigned: trait<Fact<boolean>>('Whether commits need a verified signature.'),
    historyLinear: trait<Fact<boolean>>('Whether merge commits are refused, so that history is one line.'),
    scansRequired: trait<FactList<string>>('The tools whose scan has to be free of findings before a merge.'),
    notHeld,
    contradictions: trait<FactList<string>>(
      'Settings that two writers of the same protection state differently: which holds depends on who ran last.',
    ),
  },
});
