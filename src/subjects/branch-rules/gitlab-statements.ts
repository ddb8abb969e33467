import type { Resource } from '../../dialects/dialect.ts';
import { known, notApplicable, unknownFact, type Fact, type FactList } from '../../model/fact.ts';
import type { MappingContext } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { branchPattern, defaultBranch } from './refs.ts';
import type { Rules, Statement } from './statement.ts';
import { otherRepository } from './terraform-statements.ts';

const source = 'https://docs.gitlab.com/user/application_security/policies/merge_request_approval_policies/';

/** Whether a policy is switched on. */
export const policyEnabled = (resource: Resource): Fact<boolean> =>
  reader(resource).bool('enabled', { reason: { code: 'no-value', settledBy: 'enabled: true or false here' } });

/**
 * Policies on approvals that hold for every merge request. Those that only ask for approvals where a scan finds something
 * say nothing of how a change comes in.
 */
export function gitlabStatements(context: MappingContext): Statement[] {
  return context.all('gitlab-policies', 'approval-policy').flatMap((resource): Statement[] => {
    const own = reader(resource);
    const enabled = policyEnabled(resource);
    const rules = own.blocks('rules').items.filter((rule) => textAt(rule, 'type') === 'any_merge_request');
    if (rules.length === 0 || (enabled.known && !enabled.value)) return [];
    const inForce = <T>(fact: Fact<T>): Fact<T> => (enabled.known ? fact : enabled);
    const [first] = rules as [Reader, ...Reader[]];
    return [
      {
        resource,
        form: 'ruleset',
        // A policy governs the projects that are linked to its own.
        repository: {
          key: `gitlab policies ${resource.at.file}`,
          realm: `gitlab ${resource.at.file}`,
          reaches: { include: everything(first), exclude: { ...everything(first), items: [] } },
        },
        thisRepository: unknownFact(otherRepository(undefined), resource.at),
        include: branchesOf(rules),
        exclude: { items: [], complete: true, at: own.at },
        rules: rulesOf(own, rules, inForce),
      },
    ];
  });
}

const textAt = (own: Reader, key: string): string | undefined => {
  const fact = own.optionalString(key);
  return fact.known ? fact.value : undefined;
};

const everything = ({ at }: Reader): FactList<string> => ({ items: [known('~ALL', at)], complete: true, at });

/** Branches by name, or by type: the default branch is protected unless somebody took that away. */
const branchesOf = (rules: readonly Reader[]): FactList<string> => ({
  at: rules[0]!.at,
  complete: true,
  items: rules.flatMap((rule) => {
    const named = rule
      .strings('branches')
      .items.map((item) => (item.known ? { ...item, value: branchPattern(item.value) } : item));
    return named.length > 0 ? named : [known(defaultBranch, rule.at)];
  }),
});

function rulesOf(own: Reader, rules: readonly Reader[], inForce: <T>(fact: Fact<T>) => Fact<T>): Rules {
  const project = (what: string): Fact<never> =>
    unknownFact(
      { code: 'not-in-repository', subject: what, settledBy: 'the settings of the project kept as code' },
      own.at,
    );
  const setting = (name: string, what: string): Fact<boolean> => {
    const stated = own.optionalBool(`approval_settings.${name}`);
    if (!stated.known) return stated;
    // A policy adds to the settings of the project: what it leaves off may be on there.
    return stated.value === true ? inForce({ ...stated, value: true }) : project(what);
  };
  const none: FactList<never> = {
    items: [],
    complete: false,
    at: own.at,
    reason: {
      code: 'not-in-repository',
      subject: 'the rest of the rules',
      settledBy: 'the settings of the project kept as code',
    },
  };
  const every = rules.some((rule) => textAt(rule, 'commits') !== 'unsigned');
  const pushes = setting('prevent_pushing_and_force_pushing', 'who may push to the branch');
  return {
    pullRequestRequired: pushes,
    approvals: every ? inForce(approvals(own)) : project('how many approvals a change needs'),
    staleApprovalsDismissed: setting('remove_approvals_with_new_commit', 'what new commits do to approvals'),
    lastPushApproved: setting('prevent_approval_by_commit_author', 'who may approve'),
    codeOwnersApprove: project('whether code owners approve'),
    conversationsResolved: project('whether conversations have to be resolved'),
    requiredChecks: none,
    upToDate: project('how changes are merged'),
    bypasses: none,
    forcePushBlocked: pushes,
    deletionBlocked: setting('block_branch_modification', 'whether the branch can be deleted'),
    commitsSigned: notApplicable('a policy on approvals asks for no signatures'),
    historyLinear: project('how changes are merged'),
    scansRequired: none,
  };
}

/** All actions that ask for approvals have to be met: the largest number counts. */
function approvals(own: Reader): Fact<number> {
  const asked = own
    .blocks('actions')
    .items.filter((action) => textAt(action, 'type') === 'require_approval')
    .map((action) => action.number('approvals_required', { value: 0, source }));
  const open = asked.find((fact) => !fact.known);
  if (open) return open;
  return asked.reduce(
    (most, fact) => (most.known && fact.known && fact.value > most.value ? fact : most),
    known(0, own.at),
  );
}
