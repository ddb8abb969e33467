import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'names-are-signed',
  title: 'Answers for names are signed',
  severity: 'low',
  criteria: {
    'CC6.7': 'Nobody on the way can send people and their data to another server by a forged answer.',
  },
  do: 'Sign the zone (DNSSEC), with an algorithm that doesn’t rest on SHA-1.',
  aspects: {
    signed: {
      checkov: ['CKV2_AWS_38', 'CKV_GCP_16'],
      trivy: ['AVD-GCP-0013'],
      kics: ['5ef61c88-bbb4-4725-b1df-55d23c9676bb'],
    },
    algorithm: {
      checkov: ['CKV_GCP_17'],
      trivy: ['AVD-GCP-0012'],
      kics: ['ccc3100c-0fdd-4a5e-9908-c10107291860'],
    },
  },
  on: on('dns-zone'),
  check: ({ name, traits: { answersSigned, soundSignatures } }) => ({
    signed: expect(answersSigned, (on) => on, `${name} answers without signatures.`),
    algorithm: expect(soundSignatures, (sound) => sound, `${name} signs by an algorithm that can be forged (SHA-1).`),
  }),
});
