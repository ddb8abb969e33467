import { allOf, isApplicable, isKnown, notApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'workload-tokens-are-not-handed-out',
  title: 'Workloads get a token for the cluster only where they ask for it',
  severity: 'low',
  criteria: {
    'CC6.1': 'Who breaks into a workload that never talks to the cluster finds no key to the cluster there.',
    'CC6.3': 'Workloads hold the rights that their work needs, and not those of an account that everyone has.',
  },
  do: 'Set automountServiceAccountToken: false for the workload or its account, and give those that need a token an account of their own.',
  aspects: {
    workload: {
      checkov: ['CKV_K8S_38'],
      trivy: ['AVD-KSV-0036'],
      kics: ['48471392-d4d0-47c0-b135-cdec95eb3eef', '591ade62-d6b0-4580-b1ae-209f80ba1cd9'],
    },
    'default-account': { checkov: ['CKV_K8S_41'] },
  },
  on: on('workload', 'service-account'),
  check: (subject) => {
    const { name, traits } = subject;
    if ('isDefault' in traits) {
      const { isDefault, mountsToken } = traits;
      return {
        workload: notApplicable('the workloads that run as it say so themselves'),
        'default-account':
          isKnown(isDefault, false) || !isApplicable(isDefault) || !isApplicable(mountsToken)
            ? notApplicable('it is not the account that everyone has')
            : expect(
                allOf(isDefault, mountsToken),
                (handed) => !handed,
                `${name} is the account of every workload that chooses none, and its token is handed to all of them.`,
                { label: 'handed to all' },
              ),
      };
    }
    const { tokenMounted, serviceAccount } = traits;
    return {
      workload:
        isApplicable(serviceAccount) && serviceAccount.known && serviceAccount.value !== undefined
          ? notApplicable('it has an account of its own')
          : expect(
              tokenMounted,
              (mounted) => !mounted,
              `${name} gets the token of an account that every workload has.`,
              {
                label: 'a token without a choice',
              },
            ),
      'default-account': notApplicable('it is no account'),
    };
  },
});
