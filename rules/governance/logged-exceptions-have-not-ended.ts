import { notApplicable } from '../../src/model/fact.ts';
import { fail, on, pass, rule, unknown, type Outcome } from '../../src/rule/rule.ts';

export default rule({
  id: 'logged-exceptions-have-not-ended',
  title: 'Exceptions from policies in the log have not outlived their end',
  severity: 'medium',
  criteria: {
    'CC4.2': 'An exception ends on its day, or is decided anew: it does not become the rule by being forgotten.',
    'CC5.3': 'What departs from a policy is allowed for a time, and that time is kept.',
  },
  do: 'Decide again: end the exception, or have it allowed for another period by somebody else than its owner.',
  shows: 'document',
  on: on('record'),
  check: ({ traits: { recorded, written: entries } }, { asOf }) => {
    if (recorded !== 'exception-log') return notApplicable('it is not a log of exceptions');
    return entries
      .filter(
        ({ cells: { status } }) => !/\b(?:closed|ended|revoked|resolved|withdrawn|expired)\b/i.test(status?.text ?? ''),
      )
      .map(({ name: item, at, days: { expires } }): Outcome => {
        if (!expires) return pass(at, item);
        if (!expires.known) return unknown(expires.reason, expires.at, item);
        if (!asOf.known) return unknown(asOf.reason, expires.at, item);
        if (expires.value === undefined || expires.value >= asOf.value) return pass(expires.at, item);
        return fail(`The exception "${item}" ended on ${expires.value} and is not closed.`, expires.at, {
          item,
          label: 'over',
        });
      });
  },
});
