import type { CriterionId } from '../../src/criteria/catalogue.ts';
import type { Recorded } from '../../src/model/kinds/record.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

const criteria: { readonly [R in Recorded]: readonly CriterionId[] } = {
  'access-review': ['CC6.3'],
  'restore-test': ['A1.3'],
};

export default rule({
  id: 'records-are-complete',
  title: 'Entries of records leave nothing out',
  severity: 'low',
  criteria: {
    'CC6.3': 'An entry that says what was looked at, by whom and what came of it shows that a review was one.',
    'A1.3': 'An entry with its result shows how the test ended, and not only that there was one.',
  },
  do: 'Fill in the cell; where there was nothing to say, write "none".',
  shows: 'document',
  on: on('record'),
  about: ({ traits: { recorded } }) => criteria[recorded],
  check: ({ name, traits: { gaps } }) => {
    const [first, ...rest] = gaps;
    if (!first) return pass();
    const columns = [...new Set(gaps.map(({ text }) => text))].join(', ');
    return fail(
      `${name} leaves out ${columns} in ${gaps.length === 1 ? 'an entry' : `${gaps.length} places`}.`,
      first.at,
      {
        label: 'something is left out',
        related: rest.slice(0, 20).map(({ text, at }) => ({ name: text, at })),
      },
    );
  },
});
