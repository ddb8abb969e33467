import { on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'workload-images-are-versioned',
  title: 'Workloads name the version of their image',
  severity: 'medium',
  criteria: {
    'CC8.1': 'What runs is the version that was reviewed, also when the pod starts again somewhere else.',
    'CC6.8': 'A new image gets in by a change that somebody sees.',
  },
  do: 'Name a tag that doesn’t move, other than latest, or the digest.',
  equivalents: {
    checkov: ['CKV_K8S_14'],
    trivy: ['AVD-KSV-0013'],
    kics: ['583053b7-e632-46f0-b989-f81ff8045385'],
    'kube-linter': ['latest-tag'],
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) =>
    everyContainer(
      containers,
      (of) => of.imageVersioned,
      (names) => `${name} takes whatever image of ${names} is the latest.`,
    ),
});
