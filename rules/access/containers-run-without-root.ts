import { not } from '../../src/model/fact.ts';
import { on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'containers-run-without-root',
  title: 'Containers do not run as root and can not gain rights',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A program in a container has only the rights it was started with, and these aren’t those of root.',
    'CC6.8': 'Foreign software in a container can’t raise itself above what it got into.',
  },
  do: 'Set runAsNonRoot: true (or a runAsUser other than 0) and allowPrivilegeEscalation: false in the security context.',
  aspects: {
    root: { checkov: ['CKV_K8S_23'], trivy: ['AVD-KSV-0012'], 'kube-linter': ['run-as-non-root'] },
    escalation: {
      checkov: ['CKV_K8S_20'],
      trivy: ['AVD-KSV-0001'],
      kics: ['5572cc5e-1e4c-4113-92a6-7a8a3bd25e6d', '27fcc7d6-c49b-46e0-98f1-6c082a6a2750'],
      'kube-linter': ['privilege-escalation-container'],
    },
  },
  on: on('workload'),
  check: ({ name, traits: { containers } }) => ({
    root: everyContainer(
      containers,
      (of) => of.keptFromRoot,
      (names) => `${name} does nothing to keep ${names} from running as root.`,
    ),
    escalation: everyContainer(
      containers,
      (of) => not(of.escalates),
      (names) => `${name} lets processes of ${names} gain rights.`,
    ),
  }),
});
