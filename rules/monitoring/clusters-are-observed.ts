import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'clusters-are-observed',
  title: 'Clusters send their logs and are measured',
  severity: 'medium',
  criteria: {
    'CC7.2': 'What goes on inside of the cluster can be watched from outside of it.',
    'CC7.3': 'After an incident there are lines of pods and machines that are gone.',
  },
  do: 'Leave logging and monitoring of the system and the workloads switched on.',
  aspects: {
    logs: {
      checkov: ['CKV_AZURE_4', 'CKV_GCP_1'],
      trivy: ['AVD-GCP-0060'],
      kics: ['4c7ebcb2-eae2-461e-bc83-456ee2d4f694'],
    },
    load: {
      checkov: ['CKV_GCP_8'],
      trivy: ['AVD-GCP-0052'],
      kics: ['30e8dfd2-3591-4d19-8d11-79e93106c93d'],
    },
  },
  on: on('kubernetes-cluster'),
  check: ({ name, traits: { logsSent, measured } }) => ({
    logs: expect(logsSent, (on) => on, `${name} sends its logs nowhere.`),
    load: expect(measured, (on) => on, `${name} isn’t measured.`),
  }),
});
