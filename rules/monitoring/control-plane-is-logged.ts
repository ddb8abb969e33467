import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'control-plane-is-logged',
  title: 'Requests to the control plane of a cluster are recorded',
  severity: 'medium',
  criteria: {
    'CC7.2': 'Who changes what in the cluster leaves a trace that can be watched.',
    'CC7.3': 'What someone did with the rights of the cluster can be found out afterwards.',
  },
  do: 'Ask for the audit log of the control plane: enabled_cluster_log_types with "audit", or a diagnostic setting with kube-audit.',
  equivalents: {
    checkov: ['CKV_AWS_37'],
    trivy: ['AVD-AWS-0038'],
    kics: ['66f130d9-b81d-4e8e-9b08-da74b9c891df', '37304d3f-f852-40b8-ae3f-725e87a7cedf'],
  },
  on: on('kubernetes-cluster'),
  check: ({ name, traits: { auditLogged } }) =>
    expect(auditLogged, (on) => on, `${name} keeps no record of requests to its control plane.`),
});
