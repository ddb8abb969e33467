import type { CriterionId } from '../../src/criteria/catalogue.ts';
import type { RegisterId } from '../../src/criteria/registers.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

const criteria: { readonly [R in RegisterId]: readonly CriterionId[] } = {
  'access-review': ['CC6.3'],
  'restore-test': ['A1.3'],
  'risk-register': ['CC3.2'],
  'vendor-register': ['CC9.2'],
  'asset-inventory': ['CC6.1'],
  'incident-log': ['CC7.4'],
  'training-record': ['CC1.4'],
  'exception-log': ['CC4.2'],
};

export default rule({
  id: 'records-are-complete',
  title: 'Entries of records leave nothing out',
  severity: 'low',
  criteria: {
    'CC6.3': 'An entry that says what was looked at, by whom and what came of it shows that a review was one.',
    'A1.3': 'An entry with its result shows how the test ended, and not only that there was one.',
    'CC3.2': 'Each risk has somebody who answers for it and something that is done about it.',
    'CC9.2': 'Of each vendor it is known how much depends on it and who answers for it.',
    'CC6.1': 'What holds data is on a list, each with an owner and a class of data.',
    'CC7.4': 'Of each incident it is written down what happened and when.',
    'CC1.4': 'Who was trained in what is written down, with the day.',
    'CC4.2': 'An exception has somebody who allowed it, a reason, and a day on which it ends.',
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
