import { fail, on, pass, rule } from '../../src/rule/rule.ts';
import { isApplicable, isKnown } from '../../src/model/fact.ts';

export default rule({
  id: 'deployments-use-declared-environments',
  title: 'Jobs deploy to environments that are declared',
  severity: 'medium',
  criteria: {
    'CC8.1': 'The approval and the limits that are declared for an environment hold for the jobs that deploy to it.',
  },
  do: 'Correct the name, or declare the environment beside the others with its reviewers and branches.',
  on: on('workflow-job'),
  needs: ['deployment-environment'],
  check: ({ name, traits: { environment } }, { find }) => {
    if (!isApplicable(environment) || !environment.known || environment.value === undefined) return [];
    const called = environment.value;
    if (called.includes('${{')) return [];
    const declared = find('deployment-environment').filter(({ traits }) => isKnown(traits.thisRepository, true));
    const names = declared.map(({ traits }) => traits.environmentName);
    if (declared.length === 0 || names.some((other) => !isApplicable(other) || !other.known)) return [];
    // GitHub takes no notice of case here.
    const same = declared.find(
      ({ traits: { environmentName: other } }) =>
        isApplicable(other) && other.known && other.value.toLowerCase() === called.toLowerCase(),
    );
    return same
      ? pass(same.at)
      : fail(`${name} deploys to ${called}, which is not among the declared environments.`, environment.at, {
          label: 'made up when it runs',
          related: declared.map((other) => ({ name: other.name, at: other.at })),
        });
  },
});
