import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'own-control-planes-are-guarded',
  title: 'Control planes of one’s own know who asks, and keep secrets encrypted',
  severity: 'high',
  criteria: {
    'CC6.1':
      'Nobody reaches the cluster’s interface without saying who they are, and a copy of its store gives no secret away.',
    'CC7.2': 'Who did what in the cluster can be looked up.',
  },
  do: 'Start kube-apiserver with --anonymous-auth=false (or limit it by --authentication-config), --audit-log-path and --encryption-provider-config.',
  aspects: {
    anonymous: { checkov: ['CKV_K8S_68'] },
    audit: { checkov: ['CKV_K8S_91'] },
    encryption: { checkov: ['CKV_K8S_104'] },
  },
  on: on('cluster-control-plane'),
  check: ({ name, traits: { anonymousAllowed, requestsRecorded, storeEncrypted } }) => ({
    anonymous: expect(anonymousAllowed, (is) => !is, `${name} answers requests of people that nobody knows.`),
    audit: expect(requestsRecorded, (is) => is, `${name} doesn’t write down who asked for what.`),
    encryption: expect(storeEncrypted, (is) => is, `${name} stores secrets as they are.`),
  }),
});
