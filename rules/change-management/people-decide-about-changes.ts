import { anyOf, isApplicable, isKnown, known, type Fact } from '../../src/model/fact.ts';
import type { Subject } from '../../src/model/subject.ts';
import type { Decision } from '../../src/model/kinds/workflow-job.ts';
import { fail, on, pass, rule, unknown, type Outcome } from '../../src/rule/rule.ts';

export default rule({
  id: 'people-decide-about-changes',
  title: 'No pipeline approves or merges what the branch rules leave to a person',
  severity: 'medium',
  criteria: {
    'CC8.1':
      'The approval that a change is merged with is a person’s, or what merges by itself has passed the tests first.',
    'CC6.3': 'A workflow, which anyone with write access can change, does not hold the power to let a change in.',
  },
  do: 'Leave the approval to a person (or ask for two, or for code owners); merge by auto-merge behind required checks, never with --admin.',
  aspects: { approves: {}, merges: {}, past: {} },
  on: on('workflow-job'),
  needs: ['branch-rules', 'pipeline-permissions'],
  check: (job, { find }) => {
    const rules = find('branch-rules').filter(({ traits }) => !isKnown(traits.thisRepository, false));
    const may = find('pipeline-permissions').map(({ traits }) => traits.mayApprove);
    const each = (does: Decision['does'], judge: (decision: Decision) => Outcome) =>
      job.traits.decisions.filter((decision) => decision.does === does).map(judge);
    return {
      approves: each('approves', (decision) => {
        const { what, at, item } = decision;
        if (may.length > 0 && may.every((fact) => isKnown(fact, false))) return pass(at, item);
        if (rules.length === 0) return unknown(nowhere, at, item);
        return judged(
          rules,
          ({ approvals, codeOwnersApprove }) =>
            anyOf(
              isApplicable(approvals) && approvals.known
                ? { ...approvals, value: approvals.value >= 2 }
                : isApplicable(approvals)
                  ? approvals
                  : known(false, at),
              isApplicable(codeOwnersApprove) ? codeOwnersApprove : known(false, at),
            ),
          (other) =>
            fail(
              `${job.name} approves changes by itself (${what}), and ${other.name} asks for no more than that.`,
              at,
              {
                item,
                label: 'an approval by nobody',
                related: [{ name: other.name, at: other.at }],
              },
            ),
          at,
          item,
        );
      }),
      merges: each('merges', (decision) => {
        const { what, at, item } = decision;
        if (rules.length === 0) return unknown(nowhere, at, item);
        return judged(
          rules,
          ({ requiredChecks: checks }) =>
            !isApplicable(checks)
              ? known(true, at)
              : checks.items.some((check) => check.known)
                ? known(true, checks.at)
                : checks.complete && checks.items.length === 0
                  ? known(false, checks.at)
                  : { known: false, reason: checks.reason ?? nowhere, at: checks.at, via: [] },
          (other) =>
            fail(
              `${job.name} merges changes by itself (${what}), and ${other.name} asks for no check before that.`,
              at,
              {
                item,
                label: 'merged untested',
                related: [{ name: other.name, at: other.at }],
              },
            ),
          at,
          item,
        );
      }),
      past: each('merges past the rules', ({ what, at, item }) =>
        fail(`${job.name} merges changes past the branch rules (${what}).`, at, { item, label: 'as an administrator' }),
      ),
    };
  },
});

const nowhere = {
  code: 'not-in-repository',
  subject: 'what the branch rules ask for before a merge',
  settledBy: 'branch rules kept as code',
} as const;

type Rules = Subject<'branch-rules'>;

/** Passes where every branch asks for more; fails by the first that is known not to. */
function judged(
  rules: readonly Rules[],
  asks: (traits: Rules['traits']) => Fact<boolean>,
  failing: (rules: Rules) => Outcome,
  at: Decision['at'],
  item: string,
): Outcome {
  const answers = rules.map((one) => ({ one, fact: asks(one.traits) }));
  const less = answers.find(({ fact }) => fact.known && !fact.value);
  if (less) return isKnown(less.one.traits.thisRepository, true) ? failing(less.one) : unknown(nowhere, at, item);
  const open = answers.find(({ fact }) => !fact.known)?.fact;
  return open && !open.known ? unknown(open.reason, at, item) : pass(at, item);
}
