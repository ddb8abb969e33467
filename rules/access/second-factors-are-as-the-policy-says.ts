import { notApplicable } from '../../src/model/fact.ts';
import { expect, having, rule } from '../../src/rule/rule.ts';
import { promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'second-factors-are-as-the-policy-says',
  title: 'A second factor is asked for where a policy promises it',
  severity: 'high',
  criteria: {
    'CC6.1': 'A password alone lets nobody in, as the policy says, because the sign-in asks for more.',
    'CC5.3': 'What the policy on sign-ins lays down is enforced where people sign in.',
  },
  do: 'Require two-factor authentication for the organization, or set mfa_configuration = "ON".',
  on: having('secondFactorRequired'),
  needs: ['policy-document'],
  check: ({ kind, name, traits: { secondFactorRequired } }, { find }) => {
    // What is said of staff is held against where staff sign in, what is said of customers against where they do.
    const ofCustomers = kind === 'identity-pool';
    const statements = find('policy-document', statementsOn('second-factor')).filter(
      ({ of }) => (of === 'customers') === ofCustomers,
    );
    const policy = promised(
      statements,
      ofCustomers ? 'no policy promises a second factor to customers' : 'no policy asks everyone for a second factor',
    );
    if (!('said' in policy)) return policy;
    if (kind !== 'identity-pool' && kind !== 'organization-settings') return notApplicable('nobody signs in there');
    return expect(
      secondFactorRequired,
      (required) => required,
      `${name} lets people in by a password alone, ${says(policy.said)}`,
      { label: 'no second factor asked for', related: sentence(policy.said) },
    );
  },
});
