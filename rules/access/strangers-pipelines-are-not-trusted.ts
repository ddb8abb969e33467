import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'strangers-pipelines-are-not-trusted',
  title: 'Pipelines of strangers can’t sign in to the cloud',
  severity: 'critical',
  criteria: {
    'CC6.1': 'A token of somebody else’s pipeline opens nothing, though the same platform signed it.',
    'CC6.6': 'The way in for pipelines admits those of the organization and no others.',
    'CC8.1': 'What changes the system comes from repositories whose changes go through review.',
  },
  do: 'Ask for the subject of the token, with the owner and the repository written out.',
  equivalents: {
    checkov: ['CKV_AWS_358', 'CKV_AWS_393', 'CKV_AZURE_249', 'CKV_GCP_118', 'CKV_GCP_125'],
    trivy: ['AVD-GCP-0068'],
  },
  on: on('trust-policy'),
  check: ({ name, traits: { trustsForeignPipelines } }) =>
    expect(trustsForeignPipelines, (open) => !open, `${name} trusts pipelines of any owner.`, {
      label: 'any repository may sign in',
    }),
});
