import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'audit-log-is-whole',
  title: 'The audit log is on, complete and can’t be changed unnoticed',
  severity: 'high',
  criteria: {
    'CC7.2': 'What is done anywhere in the account leaves a trace that can be watched.',
    'CC7.3': 'An incident can be reconstructed from a record that nobody has trimmed.',
    'CC2.1': 'Those who judge the controls have a source that they can rely on.',
  },
  do: 'Record in every region, with validation of the files, and without exceptions for services or people.',
  aspects: {
    running: { checkov: ['CKV_AWS_251'], kics: ['4bb76f17-3d63-4529-bdca-2b454529d774'] },
    regions: {
      checkov: ['CKV_AWS_67'],
      trivy: ['AVD-AWS-0014'],
      kics: ['8173d5eb-96b5-4aa6-a71b-ecfa153c123d'],
    },
    integrity: {
      checkov: ['CKV_AWS_36'],
      trivy: ['AVD-AWS-0016'],
      kics: ['52ffcfa6-6c70-4ea6-8376-d828d3961669'],
    },
    coverage: {
      checkov: ['CKV2_GCP_5', 'CKV_AZURE_38'],
      trivy: ['AVD-GCP-0079', 'AVD-AZU-0033'],
      kics: ['89fe890f-b480-460c-8b6b-7d8b1468adb4'],
    },
  },
  on: on('audit-log'),
  check: ({ name, traits: { running, everyRegion, tamperEvident, withoutGaps } }) => ({
    running: expect(running, (on) => on, `${name} is switched off.`),
    regions: expect(everyRegion, (all) => all, `${name} records one region only.`),
    integrity: expect(tamperEvident, (evident) => evident, `${name} wouldn’t show that its files were changed.`),
    coverage: expect(withoutGaps, (whole) => whole, `${name} leaves records out.`),
  }),
});
