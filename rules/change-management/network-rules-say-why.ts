import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'network-rules-say-why',
  title: 'Rules of the network say what they are for',
  severity: 'info',
  criteria: {
    'CC8.1': 'Who reviews a change of the network can hold what it opens against what it is for.',
  },
  do: 'Give the group and each of its rules a description.',
  equivalents: {
    checkov: ['CKV_AWS_23'],
    trivy: ['AVD-AWS-0099', 'AVD-AWS-0124'],
    kics: ['68eb4bf3-f9bf-463d-b5cf-e029bb446d2e', 'cb3f5ed6-0d18-40de-a93d-b3538db31e8c'],
  },
  on: on('network-rule'),
  check: ({ name, traits: { explained } }) =>
    expect(explained, (says) => says, `${name} opens something and does not say what for.`),
});
