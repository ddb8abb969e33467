import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'cluster-roles-can-not-raise-themselves',
  title: 'Roles of a cluster give no way to further rights',
  severity: 'high',
  criteria: {
    'CC6.3': 'Rights are given by those who hold them, and nobody can give themselves more.',
    'CC6.1': 'Who takes over an account gets its rights, and not those of the whole cluster.',
  },
  do: 'Take out the verbs bind, escalate and approve, and the right to change admission webhooks; leave them to the administrators.',
  aspects: {
    bind: { checkov: ['CKV_K8S_157'] },
    escalate: { checkov: ['CKV_K8S_158'] },
    admission: { checkov: ['CKV_K8S_155'] },
    certificates: { checkov: ['CKV_K8S_156'] },
  },
  on: on('cluster-role'),
  check: ({ name, traits: { bindsRoles, escalatesRoles, changesAdmission, approvesCertificates } }) => ({
    bind: expect(bindsRoles, (on) => !on, `Who has ${name} can give themselves any role.`, { label: 'bind' }),
    escalate: expect(escalatesRoles, (on) => !on, `Who has ${name} can write roles beyond their own rights.`, {
      label: 'escalate',
    }),
    admission: expect(changesAdmission, (on) => !on, `Who has ${name} can change what the cluster accepts.`, {
      label: 'webhooks',
    }),
    certificates: expect(approvesCertificates, (on) => !on, `Who has ${name} can get certificates of any user.`, {
      label: 'approve',
    }),
  }),
});
