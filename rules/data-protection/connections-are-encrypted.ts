import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'connections-are-encrypted',
  title: 'Connections without encryption are refused',
  severity: 'medium',
  criteria: {
    'CC6.7': 'Data that moves to and from the store can’t be read or changed on the way.',
    'C1.1': 'Confidential data is protected while it moves, not only where it rests.',
  },
  do: 'Refuse connections that are not encrypted, by the setting of the service or a policy that denies them.',
  equivalents: {
    checkov: ['CKV_AWS_81', 'CKV_AZURE_3'],
    trivy: ['AVD-AWS-0073', 'AVD-AZU-0008'],
    kics: [
      '4bc4dd4c-7d8d-405e-a0fb-57fa4c31b4d9',
      '6db52fa6-d4da-4608-908a-89f0c59e743e',
      '12944ec4-1fa0-47be-8b17-42a034f937c2',
    ],
  },
  on: on('object-storage', 'message-queue'),
  check: ({ name, traits: { requiresTls } }) =>
    expect(requiresTls, (on) => on, `${name} takes connections that are not encrypted.`),
});
