import { expect, on, rule } from '../../src/rule/rule.ts';
import { isApplicable, notApplicable } from '../../src/model/fact.ts';

export default rule({
  id: 'production-is-guarded',
  title: 'Deployments to production are approved and come from released branches',
  severity: 'medium',
  criteria: {
    'CC8.1': 'A release needs a person’s approval and comes from a branch whose changes were reviewed.',
    'CC6.3': 'Starting a pipeline is not enough to reach production and the secrets that are kept for it.',
  },
  do: 'Give the environment reviewers, a deployment_branch_policy for protected branches, and prevent_self_review = true.',
  aspects: { reviewers: {}, branches: {}, 'another person': {} },
  on: on('deployment-environment'),
  options: {
    names: {
      type: 'strings',
      default: ['prod', 'production', 'prd', 'live'],
      about: 'Words in the name of an environment by which it is one that customers use.',
    },
  },
  check: ({ name, traits: { environmentName, reviewed, limitedToBranches, selfReviewPrevented } }, { options }) => {
    const called =
      isApplicable(environmentName) && environmentName.known ? environmentName.value.toLowerCase() : undefined;
    const words = called?.split(/[^a-z0-9]+/) ?? [];
    const isProduction = called === undefined || words.some((word) => options.names.includes(word.replace(/\d+$/, '')));
    if (!isProduction) {
      const other = notApplicable('not an environment that customers use, by its name');
      return { reviewers: other, branches: other, 'another person': other };
    }
    const asked = isApplicable(reviewed) && reviewed.known && reviewed.value;
    return {
      reviewers: expect(reviewed, (is) => is, `${name} is deployed to without anyone’s approval.`, {
        label: 'no reviewers',
      }),
      branches: expect(limitedToBranches, (is) => is, `${name} can be deployed to from every branch.`, {
        label: 'any branch',
      }),
      'another person': asked
        ? expect(selfReviewPrevented, (is) => is, `Who starts a deployment to ${name} may approve it as well.`, {
            label: 'may approve oneself',
          })
        : notApplicable('nobody has to approve'),
    };
  },
});
