import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'machines-take-no-shared-keys',
  title: 'Machines take no keys that open every machine',
  severity: 'low',
  criteria: {
    'CC6.1': 'A key that was made for one machine opens that one and not all of them.',
    'CC6.2':
      'Who may sign in is said by identities, which end with the account, and not by a list of keys that only grows.',
    'CC6.3': 'Access to a machine can be given and taken away for that machine alone.',
  },
  do: 'Sign in through identities (enable-oslogin = "TRUE", best for the whole project), or set block-project-ssh-keys = "true".',
  aspects: {
    keys: {
      checkov: ['CKV_GCP_32'],
      trivy: ['AVD-GCP-0030'],
      kics: ['3e4d5ce6-3280-4027-8010-c26eeea1ec01'],
    },
    identities: {
      checkov: ['CKV_GCP_33', 'CKV_GCP_34'],
      trivy: ['AVD-GCP-0036', 'AVD-GCP-0042'],
      kics: ['32ecd6eb-0711-421f-9627-1a28d9eff217'],
    },
  },
  on: on('compute-instance'),
  check: ({ name, traits: { sharedKeysSignIn, centralLogin } }) => ({
    keys: expect(sharedKeysSignIn, (take) => !take, `${name} takes the keys that are kept for the whole project.`),
    identities: expect(centralLogin, (on) => on, `${name} leaves the sign-in with identities switched off.`),
  }),
});
