import type { Resource } from '../../dialects/dialect.ts';
import type { SettingsModel } from '../../dialects/github-settings/model.ts';
import {
  isKnown,
  known,
  notApplicable,
  type Fact,
  type FactList,
  type NotApplicable,
  type UnknownFact,
  type UnknownReason,
} from '../../model/fact.ts';
import { branchesAbove } from '../branch-rules/levels.ts';
import { protectionStatement } from '../branch-rules/settings-statements.ts';
import type { Rules } from '../branch-rules/statement.ts';
import type { MappingContext } from '../mapping.ts';

/** What holds where it is on; taken away, less is asked for. */
const demands: { readonly [name in keyof Rules]?: string } = {
  pullRequestRequired: 'a pull request',
  staleApprovalsDismissed: 'new approvals after new commits',
  lastPushApproved: 'an approval of the last push',
  codeOwnersApprove: 'the approval of code owners',
  conversationsResolved: 'that conversations are resolved',
  upToDate: 'an up-to-date branch',
  forcePushBlocked: 'that history is not rewritten',
  deletionBlocked: 'that the branch is not deleted',
  historyLinear: 'a linear history',
};

/** What a branch of a level asks less of than the levels above would without it. */
export function weakened(branch: Resource<SettingsModel>, context: MappingContext): FactList<string> | NotApplicable {
  const above = branchesAbove(branch, context);
  const nearest = above.at(-1);
  if (!nearest) return notApplicable('no level above states this branch');
  const before = protectionStatement(nearest, above.slice(0, -1), context).rules;
  const after = protectionStatement(branch, above, context).rules;
  return { items: askedLess(before, after), complete: true, at: branch.at };
}

/** What the second asks less of than the first, as far as both are known: where, and where the first asks it. */
export const askedLess = (before: Rules, after: Rules, words = 'here'): Fact<string>[] => [
  ...lost(before, after),
  ...fewer(before, after, words),
];

/** Why it can't be said that the second asks no less: something that the first demands is unknown of it. */
export function unseen(before: Rules, after: Rules): UnknownReason | undefined {
  const names = Object.keys(demands) as (keyof Rules)[];
  const asked = names.filter((name) => isKnown(before[name] as Fact<boolean>, true)).map((name) => after[name]);
  const all = [...asked, ...(before.approvals.known && before.approvals.value > 0 ? [after.approvals] : [])];
  return (all as Fact<unknown>[]).find((fact): fact is UnknownFact => !fact.known)?.reason;
}

const lost = (before: Rules, after: Rules): Fact<string>[] =>
  Object.entries(demands).flatMap(([name, words]): Fact<string>[] => {
    const [a, b] = [before, after].map((rules) => rules[name as 'upToDate']) as [Fact<boolean>, Fact<boolean>];
    return a.known && b.known && a.value && !b.value ? [known(words!, b.at, [a.at])] : [];
  });

function fewer(before: Rules, after: Rules, words: string): Fact<string>[] {
  const [a, b] = [before.approvals, after.approvals];
  const approvals =
    a.known && b.known && b.value < a.value && (b.value > 0 || isKnown(after.pullRequestRequired, true))
      ? [known(`${a.value} approvals (${words} ${b.value})`, b.at, [a.at])]
      : [];
  const kept = namesOf(after.requiredChecks, ({ name }) => name);
  const checks = after.requiredChecks.complete
    ? [...namesOf(before.requiredChecks, ({ name }) => name)]
        .filter((name) => !kept.has(name))
        .map((name) => known(`the check "${name}"`, after.requiredChecks.at, [before.requiredChecks.at]))
    : [];
  const held = namesOf(before.bypasses, ({ who }) => who);
  const bypasses = before.bypasses.complete
    ? [...namesOf(after.bypasses, ({ who }) => who)]
        .filter((who) => !held.has(who))
        .map((who) => known(`that ${who} follow the rules`, after.bypasses.at, [before.bypasses.at]))
    : [];
  return [...approvals, ...checks, ...bypasses];
}

const namesOf = <T>(list: FactList<T>, name: (item: T) => string): ReadonlySet<string> =>
  new Set(list.items.flatMap((item) => (item.known ? [name(item.value)] : [])));
