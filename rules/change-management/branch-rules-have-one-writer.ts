import { isApplicable } from '../../src/model/fact.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'branch-rules-have-one-writer',
  title: 'No two places state the protection of one branch differently',
  severity: 'medium',
  criteria: {
    'CC8.1': 'What holds on a branch can be read in one place, and does not change with who applied theirs last.',
  },
  do: 'Keep the protection of a branch in one place, or make both say the same.',
  on: on('branch-rules'),
  check: ({ name, at, traits: { branch, contradictions } }) => {
    if (!isApplicable(contradictions)) return contradictions;
    const found = contradictions.items.flatMap((item) => (item.known ? [item] : []));
    if (found.length === 0) return pass(at);
    return found.map(({ value, at: here, via: [other] }) =>
      fail(`${name} and another place differ about ${value} on ${branch}: whichever is applied last holds.`, here, {
        item: value,
        label: 'stated differently elsewhere',
        related: other ? [{ name: 'the other place', at: other }] : [],
      }),
    );
  },
});
