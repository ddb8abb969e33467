import { isKnown } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'cluster-keys-are-handed-out-on-purpose',
  title: 'Workloads get a key to the cluster only where they need one',
  severity: 'info',
  criteria: {
    'CC6.1': 'A program that is taken over holds no key to the control plane.',
    'CC6.3': 'Access to the cluster’s interface is given to those that use it.',
  },
  do: 'Set automountServiceAccountToken: false on the pod or its account where the program doesn’t talk to the cluster.',
  aspects: {
    workload: { checkov: ['CKV_K8S_38'], trivy: ['AVD-KSV-0036'], kics: ['48471392-d4d0-47c0-b135-cdec95eb3eef'] },
    'default-account': { checkov: ['CKV_K8S_41'] },
  },
  on: on('workload', 'service-account'),
  check: ({ kind, name, traits }) => ({
    workload:
      kind === 'workload'
        ? expect(traits.tokenMounted, (is) => !is, `${name} is given a key to the cluster, which is the default.`)
        : [],
    'default-account':
      'isDefault' in traits && !isKnown(traits.isDefault, false)
        ? expect(
            traits.tokenMounted,
            (is) => !is,
            `${name} hands a key to the cluster to every pod that names no account.`,
          )
        : [],
  }),
});
