import { isApplicable, isKnown, known, type Fact, type NotApplicable } from '../../src/model/fact.ts';
import type { Promised } from '../../src/model/kinds/contribution-guide.ts';
import type { Subject } from '../../src/model/subject.ts';
import { expect, on, rule, unknown } from '../../src/rule/rule.ts';

export default rule({
  id: 'guides-promise-what-rules-enforce',
  title: 'What contributors are told about merging is what the branch insists on',
  severity: 'low',
  criteria: {
    'CC5.3': 'The way of working that is written down is carried out by a rule that nobody can forget.',
    'CC8.1': 'The review and the tests that the guide speaks of happen to every change.',
  },
  do: 'Require it by the branch rules, or write in the guide what really holds.',
  on: on('branch-rules'),
  needs: ['contribution-guide'],
  check: (rules, { find }) => {
    const { thisRepository: here, branch } = rules.traits;
    if (isKnown(here, false)) return [];
    const said = find('contribution-guide').flatMap(({ name, traits }) =>
      traits.promised.map((promise) => ({ guide: name, promise })),
    );
    if (said.length === 0) return [];
    if (isApplicable(here) && !here.known) return unknown(here.reason, rules.at);
    const seen = new Map<string, number>();
    return said.map(({ guide, promise }) => {
      const named = `${guide}: ${promise.topic}`;
      const times = (seen.get(named) ?? 0) + 1;
      seen.set(named, times);
      return expect(
        enforced(rules, promise),
        (holds) => holds,
        `${guide} promises what ${branch} doesn’t insist on: "${promise.quote}"`,
        {
          item: times > 1 ? `${named} (${times})` : named,
          label: 'promised, not required',
          related: [{ name: guide, at: promise.at }],
        },
      );
    });
  },
});

function enforced({ at, traits }: Subject<'branch-rules'>, { topic, count }: Promised): Fact<boolean> | NotApplicable {
  switch (topic) {
    case 'approvals': {
      const { approvals } = traits;
      return isApplicable(approvals) && approvals.known
        ? { ...approvals, value: approvals.value >= (count ?? 1) }
        : (approvals as Fact<never> | NotApplicable);
    }
    case 'checks': {
      const { requiredChecks: checks } = traits;
      if (!isApplicable(checks)) return checks;
      if (checks.items.some((item) => item.known)) return known(true, checks.at);
      return checks.reason
        ? { known: false, reason: checks.reason, at: checks.at, via: [] }
        : known(false, checks.at ?? at);
    }
    case 'code-owners':
      return traits.codeOwnersApprove;
    case 'signatures':
      return traits.commitsSigned;
    case 'up-to-date':
      return traits.upToDate;
    case 'pull-requests':
      return traits.pullRequestRequired;
    case 'conversations':
      return traits.conversationsResolved;
  }
}
