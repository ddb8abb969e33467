import { registers } from '../../src/criteria/registers.ts';
import { fail, on, pass, rule, type Outcome } from '../../src/rule/rule.ts';

export default rule({
  id: 'expected-records-exist',
  title: 'The registers and records that are said to be kept here are here',
  severity: 'medium',
  criteria: {
    'CC6.3': 'There is a record that access was looked through.',
    'A1.3': 'There is a record that restoring was tried.',
    'CC3.2': 'There is a register of the risks that were found.',
    'CC9.2': 'There is a register of the vendors that are relied on.',
    'CC6.1': 'There is a list of what has to be protected.',
    'CC7.4': 'There is a log of the incidents that were worked on.',
    'CC7.5': 'There is a report on an incident, with what was learnt.',
    'CC1.4': 'There is a record of who was trained in what.',
    'CC2.2': 'There is a plan of what staff are told and when.',
    'CC4.2': 'There is a log of what departs from a policy.',
    'P6.1': 'There is a list of those to whom personal data is handed on.',
  },
  do: 'Add the register (docs/records.md says what it holds), or say where it is kept in .soc2/manual-evidence.yml and accept this finding with the reason.',
  shows: 'document',
  on: on('register'),
  about: ({ traits: { registered } }) => registers[registered].criteria,
  check: ({ name, at, traits: { files, declaredHereAt, named } }) => {
    const outcomes = named.map(({ target, found, document, at: place }): Outcome =>
      found
        ? pass(place, target)
        : fail(`"${document}" says that there is ${target}, and it is not in this repository.`, place, {
            item: target,
            label: 'no such file',
            do: 'Add the file, or write down where the record is kept.',
          }),
    );
    if (files.length > 0) return [pass(at), ...outcomes];
    if (declaredHereAt)
      return [
        fail(`${name}: there is none here, and records are said to be kept here.`, declaredHereAt, {
          label: 'kept here, it says',
        }),
        ...outcomes,
      ];
    return outcomes;
  },
});
