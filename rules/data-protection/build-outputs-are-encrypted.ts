import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'build-outputs-are-encrypted',
  title: 'What is built is encrypted where it is put',
  severity: 'medium',
  criteria: {
    'CC6.1': 'Whoever gets at the storage behind it can’t read code and settings out of what was built.',
  },
  do: 'Leave out encryption_disabled.',
  equivalents: {
    checkov: ['CKV_AWS_311', 'CKV_AWS_78'],
    trivy: ['AVD-AWS-0018'],
    kics: ['3deec14b-03d2-4d27-9670-7d79322e3340'],
  },
  on: on('build-project'),
  check: ({ name, traits: { outputsEncrypted } }) =>
    expect(outputsEncrypted, (on) => on, `${name} puts what it builds somewhere without encryption.`),
});
