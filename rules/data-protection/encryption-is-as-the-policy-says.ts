import { expect, having, rule } from '../../src/rule/rule.ts';
import { promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'encryption-is-as-the-policy-says',
  title: 'Where a policy promises that all data is encrypted at rest, it is',
  severity: 'high',
  criteria: {
    'CC6.1': 'Data at rest is protected as the policy promises, and not only on paper.',
    'CC5.3': 'The policy on encryption is carried out by the settings of what holds data.',
  },
  do: 'Encrypt it, or say in the policy what is left out and why, and have that approved.',
  on: having('encryptedAtRest'),
  needs: ['policy-document'],
  check: ({ kind, name, traits: { encryptedAtRest } }, { find }) => {
    // "All databases" says nothing of queues.
    const policy = promised(
      find('policy-document', statementsOn('encryption-at-rest')).filter(
        ({ of }) => of === undefined || of.split(' ').includes(things[kind] ?? ''),
      ),
      'no policy promises that everything like it is encrypted at rest',
    );
    if (!('said' in policy)) return policy;
    const { said } = policy;
    return expect(encryptedAtRest, (encrypted) => encrypted, `${name} is not encrypted at rest, ${says(said)}`, {
      label: 'against the policy',
      related: sentence(said),
    });
  },
});

const things: { readonly [kind: string]: string } = {
  database: 'databases',
  disk: 'disks',
  'object-storage': 'objects',
  snapshot: 'backups',
};
