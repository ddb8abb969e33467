import { isApplicable, isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule, unknown } from '../../src/rule/rule.ts';
import { promised, says, sentence, statementsOn } from '../../src/rule/statements.ts';

export default rule({
  id: 'approvals-are-as-the-policy-says',
  title: 'Branch rules ask for as many approvals as the change policy promises',
  severity: 'high',
  criteria: {
    'CC8.1': 'The approvals that the policy promises are the ones that the branch insists on.',
    'CC5.3': 'What the policy lays down is carried out by a rule that nobody can forget.',
  },
  do: 'Raise the number of required approvals to what the policy says, or change the policy and have it approved.',
  on: on('branch-rules'),
  needs: ['policy-document'],
  check: ({ name, traits: { branch, approvals, thisRepository } }, { find }) => {
    if (isKnown(thisRepository, false)) return notApplicable('they govern another repository');
    const policy = promised(
      find('policy-document', statementsOn('change-approvals')),
      'no policy says how many people approve a change',
    );
    if (!('said' in policy)) return policy;
    const { said, value } = policy;
    if (isApplicable(thisRepository) && !thisRepository.known) return unknown(thisRepository.reason, thisRepository.at);
    return expect(
      approvals,
      (count) => count >= value,
      (count) => `${name} asks for ${count} approvals of a change to ${branch}, ${says(said)}`,
      { label: `fewer than the policy's ${value}`, related: sentence(said) },
    );
  },
});
