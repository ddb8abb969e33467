import { keptElsewhere } from '../../src/criteria/kept-elsewhere.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'records-elsewhere-have-a-place',
  title: 'Documents about records that are kept elsewhere say where',
  severity: 'low',
  criteria: {
    'CC1.2':
      'The charter says what the oversight body is there for, and where its minutes are; the minutes have to be seen there.',
    'P6.2': 'The document says what a log of disclosures holds and where it is; the log has to be seen there.',
    'P6.3': 'The document says what is written down of a breach and where; the log has to be seen there.',
    'P6.7': 'The document says how people are told what is held and was disclosed, and where that is recorded.',
  },
  do: 'Say where the record is kept and who keeps it, and add an entry for it to .soc2/manual-evidence.yml.',
  shows: 'document',
  on: on('kept-elsewhere'),
  about: ({ traits: { described } }) => [keptElsewhere[described].criterion],
  check: ({ name, at, traits: { described, placeSaidAt } }) =>
    placeSaidAt
      ? pass(placeSaidAt)
      : fail(`${name} doesn't say where the ${keptElsewhere[described].title} and its records are kept.`, at, {
          label: 'no place',
        }),
});
