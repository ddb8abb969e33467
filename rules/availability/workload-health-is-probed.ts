import { on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'workload-health-is-probed',
  title: 'The platform asks workloads whether they are well',
  severity: 'low',
  criteria: {
    'A1.1': 'Requests go only to instances that can answer them.',
    'A1.2': 'An instance that hangs is noticed and restarted without anybody having to look.',
  },
  do: 'Give each container that serves a readinessProbe, and a livenessProbe where a restart helps.',
  aspects: {
    liveness: {
      checkov: ['CKV_K8S_8'],
      kics: ['ade74944-a674-4e00-859e-c6eab5bde441', '698ed579-b239-4f8f-a388-baa4bcb13ef8'],
      'kube-linter': ['no-liveness-probe'],
    },
    readiness: {
      checkov: ['CKV_K8S_9'],
      kics: ['a659f3b5-9bf0-438a-bd9a-7d3a6427f1e3'],
      'kube-linter': ['no-readiness-probe'],
    },
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) => ({
    liveness: everyContainer(
      containers,
      (of) => of.liveness,
      (names) => `${name} doesn’t ask ${names} for a sign of life.`,
    ),
    readiness: everyContainer(
      containers,
      (of) => of.readiness,
      (names) => `${name} doesn’t ask whether ${names} can take requests.`,
    ),
  }),
});
