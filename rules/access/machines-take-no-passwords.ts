import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'machines-take-no-passwords',
  title: 'Machines are signed in to with keys, not with passwords',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A login that takes no password can’t be opened by guessing one.',
  },
  do: 'Set disable_password_authentication = true, and give the machine a public key or sign in through the directory.',
  equivalents: {
    checkov: ['CKV_AZURE_149', 'CKV_AZURE_1'],
    trivy: ['AVD-AZU-0039'],
    kics: ['dafe30ec-325d-4516-85d1-e8e6776f012c'],
  },
  on: on('compute-instance'),
  check: ({ name, traits: { passwordLogin } }) =>
    expect(passwordLogin, (takes) => !takes, `${name} takes passwords to sign in.`),
});
