import { duties } from '../../src/criteria/duties.ts';
import { fail, on, pass, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'duties-are-written-down',
  title: 'The policies on privacy and on processing say what each criterion asks for',
  severity: 'low',
  criteria: {
    'P1.1': 'The policy says from when it holds and how people hear of changes.',
    'P2.1': 'The policy says which choices people have and how they consent.',
    'P3.1': 'The policy limits what is collected to what is needed.',
    'P3.2': 'The policy says where consent has to be explicit.',
    'P4.1': 'The policy limits the use of personal data to the purposes it states.',
    'P4.3': 'A policy says how personal data is deleted or made anonymous.',
    'P5.1': 'The policy says how people get to see their data, and how it is checked who asks.',
    'P5.2': 'The policy says how people have their data corrected.',
    'P6.1': 'A policy says to whom personal data is disclosed.',
    'P6.4': 'A policy says what vendors have to commit to.',
    'P6.5': 'A policy says that vendors have to report incidents.',
    'P7.1': 'The policy says how personal data is kept right and current.',
    'P8.1': 'The policy says how complaints are taken and answered.',
    'PI1.1': 'The policy says what processing has to do, by which definitions.',
    'PI1.2': 'The policy says how input is checked.',
    'PI1.3': 'The policy says how errors are noticed and handled.',
    'PI1.4': 'The policy says how output is checked, and who gets it.',
    'PI1.5': 'A policy says how stored data is kept whole.',
  },
  do: 'Add a sentence that says it, or link to the document that does.',
  shows: 'document',
  on: on('duty'),
  about: ({ traits: { duty } }) => [duties[duty].criterion],
  check: ({ name, at, traits: { saidIn, owedBy } }) =>
    saidIn === undefined ? fail(`"${owedBy}" doesn't say ${name}.`, at, { label: 'not said' }) : pass(at),
});
