import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'objects-are-versioned',
  title: 'Object storage keeps former versions',
  severity: 'medium',
  criteria: {
    'A1.2': 'An object that is overwritten or deleted by mistake can be brought back.',
    'PI1.5': 'Stored records can be shown as they were before a wrong change.',
  },
  do: 'Switch versioning on, with a lifecycle rule that deletes former versions when they are no longer needed.',
  equivalents: {
    checkov: ['CKV_AWS_21', 'CKV_GCP_78'],
    trivy: ['AVD-AWS-0090', 'AVD-GCP-0078'],
    kics: ['568a4d22-3517-44a6-a7ad-6a7eed88722c', 'e7e961ac-d17e-4413-84bc-8a1fbe242944'],
  },
  on: on('object-storage'),
  check: ({ name, traits: { versioned } }) => expect(versioned, (on) => on, `${name} keeps no former versions.`),
});
