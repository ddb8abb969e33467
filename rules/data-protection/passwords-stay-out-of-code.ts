import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'passwords-stay-out-of-code',
  title: 'Passwords, keys and stored secrets are not written in code',
  severity: 'high',
  criteria: {
    'CC6.1': 'Whoever can read the repository, or a clone of it, doesn’t thereby hold a key to the data.',
    'C1.1': 'The secret is known to the systems that need it, not to everyone who works on the code.',
  },
  do: 'Let the service make the password (manage_master_user_password), or take it from a secret store or a variable without a default. Change the one that was written here: history keeps it.',
  equivalents: {
    checkov: ['CKV_AWS_45', 'CKV_AWS_46'],
    trivy: ['AVD-AWS-0029', 'AVD-AWS-0036', 'AVD-AWS-0129'],
    kics: ['443488f5-c734-460b-a36d-5b3f330174dc'],
  },
  on: having('secretInCode'),
  check: ({ name, traits: { secretInCode } }) =>
    expect(secretInCode, (on) => !on, `${name} has a password or secret that is written in the code.`, {
      label: 'a secret in the code',
    }),
});
