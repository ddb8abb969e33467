import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'rights-are-not-raised',
  title: 'No policy lets its holder raise the own rights',
  severity: 'high',
  criteria: {
    'CC6.1': 'Whoever takes over an identity can’t make more of it than it was given.',
    'CC6.2': 'Access is granted by those who may, and nobody grants it to themselves.',
    'CC6.3': 'A narrow role stays narrow, because its holder can’t take on a wider one.',
  },
  do: 'Name the roles or users that may be changed or passed on, or bind it by a condition: a permissions boundary, the service that gets the role.',
  aspects: {
    'pass-role': { trivy: ['AVD-AWS-0342'], kics: ['e39bee8c-fe54-4a3f-824d-e5e2d1cca40a'] },
    'own-rights': { checkov: ['CKV_AWS_110', 'CKV_AWS_286'] },
  },
  on: on('identity-policy'),
  check: ({ name, traits: { passesEveryRole, raisesOwnRights } }) => ({
    'pass-role': expect(passesEveryRole, (any) => !any, `${name} allows to hand any role to a service.`),
    'own-rights': expect(raisesOwnRights, (any) => !any, `${name} allows to change everyone’s rights.`),
  }),
});
