import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'users-can-have-a-second-factor',
  title: 'Users of an application can have a second factor',
  severity: 'low',
  criteria: {
    'CC6.1': 'A password that was guessed or lost alone doesn’t open the account of a user.',
  },
  do: 'Set mfa_configuration to "ON", or to "OPTIONAL" where users choose.',
  equivalents: { kics: ['ec28bf61-a474-4dbe-b414-6dd3a067d6f0'] },
  on: on('identity-pool'),
  check: ({ name, traits: { secondFactorPossible } }) =>
    expect(secondFactorPossible, (on) => on, `${name} asks for a password and nothing else.`),
});
