import type { RegisterId } from '../../src/criteria/registers.ts';
import type { Subject } from '../../src/model/subject.ts';
import { dueAgain } from '../../src/rule/due-again.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'promised-checks-are-on-record',
  title: 'Checks that a policy promises again and again have a record',
  severity: 'medium',
  criteria: {
    'CC6.2': 'The reviews of access that the policy promises leave a record that an auditor can draw from.',
    'CC6.3': 'That rights are looked through can be seen from a list of when they were.',
    'A1.3': 'The tests of restoring that the policy promises are written down with what came of them.',
    'CC7.5': 'Recovery is tried and noted before an incident needs it.',
    'CC3.2': 'The risks that the policy has assessed again and again stand in a register.',
    'CC3.4': 'Where risks are kept in a register, changes find a place in it.',
    'CC9.2': 'The vendors that the policy has reviewed stand in a register with the day of their review.',
    'CC1.4': 'The trainings that the policy promises are on record with who took part.',
    'CC2.2': 'That staff were told of their duties can be shown by a record of it.',
  },
  do: 'Keep a record of it here, a row for each time, or say in the policy where the record is kept.',
  shows: 'document',
  on: on('policy-document'),
  about: ({ traits: { statements } }) =>
    statements.flatMap(({ topic }) =>
      Object.values(dueAgain).flatMap((due) => (due.topic === topic ? due.criteria : [])),
    ),
  needs: ['record', 'policy-set'],
  check: ({ traits: { statements } }, { find }) => {
    const [declared] = find('policy-set', recordsDeclared);
    if (!declared) return [];
    const kept = new Set(find('record', registerOf));
    return Object.entries(dueAgain).flatMap(([register, { what, topic }]) => {
      const said = statements.find((one) => one.topic === topic);
      if (!said || topic === undefined) return [];
      if (kept.has(register as RegisterId)) return [pass(said.at, topic)];
      const message = `No record of a ${what} is here, and ${said.document} says: "${said.quote}"`;
      const related = [{ name: 'records are declared to be kept here', at: declared }];
      return [fail(message, said.at, { item: topic, label: 'no record of it', related })];
    });
  },
});

const recordsDeclared = ({ traits: { recordsAt } }: Subject<'policy-set'>) => (recordsAt ? [recordsAt] : []);
const registerOf = ({ traits: { recorded } }: Subject<'record'>) => [recorded];
