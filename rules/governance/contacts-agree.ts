import type { Subject } from '../../src/model/subject.ts';
import { fail, on, pass, rule, type Outcome } from '../../src/rule/rule.ts';

export default rule({
  id: 'contacts-agree',
  title: 'No two policies name different addresses for the same thing',
  severity: 'medium',
  criteria: {
    'CC2.2': 'Staff find one address to report to, whichever policy they open.',
    'CC2.3': 'Outsiders find one address for what they have to report or ask.',
  },
  do: 'Settle which address holds and name it in every policy, or name all of them in each.',
  shows: 'document',
  on: on('policy-set'),
  needs: ['policy-document'],
  check: (_, { find }) => {
    const all = find('policy-document', contactsOf);
    return [...new Set(all.map(({ purpose }) => purpose))].map((purpose): Outcome => {
      const own = all.filter((contact) => contact.purpose === purpose);
      const first = own[0]!;
      const addressesIn = (document: string) =>
        own.filter((contact) => contact.document === document).map(({ address }) => address);
      const known = addressesIn(first.document);
      const other = own.find(
        ({ document }) =>
          document !== first.document && !addressesIn(document).some((address) => known.includes(address)),
      );
      if (!other) return pass(first.at, purpose);
      return fail(
        `For ${purpose}, ${other.document} names ${other.address}, and ${first.document} names ${first.address}.`,
        other.at,
        { item: purpose, label: 'another address elsewhere', related: [{ name: first.document, at: first.at }] },
      );
    });
  },
});

const contactsOf = ({ name, traits: { contacts } }: Subject<'policy-document'>) =>
  contacts.map((contact) => ({ ...contact, document: name }));
