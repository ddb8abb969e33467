import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'pipelines-sign-in-from-one-branch',
  title: 'Pipelines sign in from the repository and branch that were reviewed',
  severity: 'low',
  criteria: {
    'CC6.3': 'A repository gets the rights of its own work and not those of its neighbours.',
    'CC8.1': 'Code that nobody has merged can’t change the system by way of its pipeline.',
  },
  do: 'Ask for the repository by name, and for a branch or an environment that is protected.',
  aspects: { repository: {}, branch: {} },
  on: on('trust-policy'),
  check: ({ name, traits: { trustsEveryRepository, trustsEveryRef } }) => ({
    repository: expect(trustsEveryRepository, (open) => !open, `${name} trusts pipelines of more than one repository.`),
    branch: expect(trustsEveryRef, (open) => !open, `${name} trusts pipelines of every branch and pull request.`),
  }),
});
