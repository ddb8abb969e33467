import { registers } from '../../src/criteria/registers.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

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
    'CC2.2': 'The plan says who is trained in what, and how often.',
    'CC7.5': 'A report on an incident says what caused it and what is done so that it does not happen again.',
    'P6.1': 'Of each company that personal data is handed on to it is known what it does with it, and where.',
  },
  do: 'Fill in the cell; where there was nothing to say, write "none".',
  shows: 'document',
  on: on('record'),
  about: ({ traits: { recorded } }) => registers[recorded].criteria,
  check: ({ name, traits: { recorded, gaps } }) => {
    const [first, ...rest] = gaps;
    if (!first) return pass();
    const columns = [...new Set(gaps.map(({ text }) => text))].join(', ');
    const where = recorded === 'post-mortem' ? '' : gaps.length === 1 ? ' in an entry' : ` in ${gaps.length} places`;
    return fail(`${name} leaves out ${columns}${where}.`, first.at, {
      label: 'something is left out',
      related: rest.slice(0, 20).map(({ text, at }) => ({ name: text, at })),
    });
  },
});
