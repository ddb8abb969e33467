import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'cluster-rights-can-not-grow',
  title: 'Nobody can give themselves further rights in a cluster',
  severity: 'high',
  criteria: {
    'CC6.1': 'Rights that were given stay what they are: their holder can’t widen them.',
    'CC6.3': 'Every right goes through whoever gives out roles.',
  },
  do: 'Take the verbs bind and escalate, the approval of certificates and the change of admission webhooks out of the role, or give them to one that only administrators have.',
  aspects: {
    bind: { checkov: ['CKV_K8S_157'] },
    escalate: { checkov: ['CKV_K8S_158'] },
    certificates: { checkov: ['CKV_K8S_156'] },
    admission: { checkov: ['CKV_K8S_155'] },
  },
  on: on('cluster-role'),
  check: ({ name, traits: { powers } }) => ({
    bind: expect(powers.bind, (is) => !is, `${name} may give out roles that its holder doesn’t have.`),
    escalate: expect(powers.escalate, (is) => !is, `${name} may write any right into a role.`),
    certificates: expect(
      powers.certificates,
      (is) => !is,
      `${name} may approve certificates, by which its holder can be anybody.`,
    ),
    admission: expect(powers.admission, (is) => !is, `${name} may change what judges every change to the cluster.`),
  }),
});
