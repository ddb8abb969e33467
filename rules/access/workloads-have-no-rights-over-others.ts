import { anyOf, isApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'workloads-have-no-rights-over-others',
  title: 'Workloads have no rights over other workloads and their secrets',
  severity: 'high',
  criteria: {
    'CC6.1': 'A program that is taken over doesn’t open the programs and secrets beside it.',
    'CC6.3': 'The account of a workload has the rights of its task, and not those of an administrator.',
  },
  do: 'Give the account a role with the rights it uses: name the secrets by resourceNames, and take out exec, impersonate, bind, escalate, changes of services/status and cluster-admin.',
  aspects: {
    exec: { checkov: ['CKV2_K8S_2'] },
    impersonate: { checkov: ['CKV2_K8S_3'] },
    raise: { checkov: ['CKV2_K8S_1'] },
    redirect: { checkov: ['CKV2_K8S_4'] },
    secrets: { checkov: ['CKV2_K8S_5'] },
    administrator: { trivy: ['AVD-KSV-0111'], 'kube-linter': ['cluster-admin-role-binding'] },
    'default-account': { checkov: ['CKV_K8S_42'], kics: ['591ade62-d6b0-4580-b1ae-209f80ba1cd9'] },
    strangers: {},
  },
  on: on('cluster-role-binding'),
  check: ({ name, traits: { givenPowers: powers, grantsAll, toDefaultAccount, toStrangers } }) => ({
    exec: isApplicable(powers)
      ? expect(powers.exec, (is) => !is, `${name} lets a workload run commands in others.`)
      : powers,
    impersonate: isApplicable(powers)
      ? expect(powers.impersonate, (is) => !is, `${name} lets a workload act as somebody else.`)
      : powers,
    raise: isApplicable(powers)
      ? expect(anyOf(powers.bind, powers.escalate), (is) => !is, `${name} lets a workload give itself any right.`)
      : powers,
    redirect: isApplicable(powers)
      ? expect(powers.redirect, (is) => !is, `${name} lets a workload take over what is sent to others.`)
      : powers,
    secrets: isApplicable(powers)
      ? expect(powers.secrets, (is) => !is, `${name} lets a workload read all secrets.`)
      : powers,
    administrator: expect(grantsAll, (is) => !is, `${name} makes a workload administrator of the cluster.`),
    'default-account': expect(
      toDefaultAccount,
      (is) => !is,
      `${name} gives rights to every pod that names no account.`,
    ),
    strangers: expect(toStrangers, (is) => !is, `${name} gives rights to people that nobody knows.`),
  }),
});
