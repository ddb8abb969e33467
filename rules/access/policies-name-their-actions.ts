import { isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'policies-name-their-actions',
  title: 'Policies name the actions that they allow',
  severity: 'low',
  criteria: {
    'CC6.1': 'What a policy opens can be read from it, and new actions of a service are not allowed unseen.',
    'CC6.3': 'Rights are as wide as the work, also on a single resource.',
  },
  do: 'List the actions that the work needs instead of "*".',
  equivalents: {
    checkov: ['CKV_AWS_49', 'CKV_AWS_63', 'CKV_AWS_72'],
    trivy: ['AVD-AWS-0097'],
    kics: ['816ea8cf-d589-442d-a917-2dd0ce0e45e3'],
  },
  on: on('identity-policy', 'message-queue'),
  check: (subject) => {
    if ('grantsEverything' in subject.traits && isKnown(subject.traits.grantsEverything, true))
      return notApplicable('that it allows everything everywhere is judged by itself');
    return expect(subject.traits.grantsEveryAction, (all) => !all, `${subject.name} allows every action at once.`);
  },
});
