import type { Guards } from '../../src/model/kinds/cluster-control-plane.ts';
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
  do: 'Start kube-apiserver with --anonymous-auth=false (or limit it by --authentication-config), --authorization-mode=Node,RBAC, --audit-log-path and --encryption-provider-config, etcd with certificates and --client-cert-auth, and the kubelet with --anonymous-auth=false, --authorization-mode=Webhook and --read-only-port=0.',
  aspects: {
    anonymous: { checkov: ['CKV_K8S_68', 'CKV_K8S_138'], kics: ['1de5cc51-f376-4638-a940-20f2e85ae238'] },
    'password-file': { checkov: ['CKV_K8S_69'] },
    'token-file': { checkov: ['CKV_K8S_70'] },
    rights: { checkov: ['CKV_K8S_74', 'CKV_K8S_139'] },
    roles: { checkov: ['CKV_K8S_77'], kics: ['1aa4a1ae-5dbb-48a1-9aa2-630ea4be208e'] },
    audit: { checkov: ['CKV_K8S_91'], kics: ['73e251f0-363d-4e53-86e2-0a93592437eb'] },
    encryption: { checkov: ['CKV_K8S_104'], kics: ['cbd2db69-0b21-4c14-8a40-7710a50571a9'] },
    'plain-port': { checkov: ['CKV_K8S_88'] },
    'plain-address': { checkov: ['CKV_K8S_86'] },
    'encrypted-port': { checkov: ['CKV_K8S_89'] },
    'read-only-port': { checkov: ['CKV_K8S_141'] },
    certificate: { checkov: ['CKV_K8S_100', 'CKV_K8S_116', 'CKV_K8S_148'] },
    'client-certificates': { checkov: ['CKV_K8S_117', 'CKV_K8S_140'] },
    'everything-admitted': { checkov: ['CKV_K8S_79'] },
  },
  on: on('cluster-control-plane'),
  check: ({ name, traits: { guards } }) => {
    const say = (guard: keyof Guards, message: string) => expect(guards[guard], (is) => is, `${name} ${message}.`);
    return {
      anonymous: say('knowsCallers', 'answers requests of people that nobody knows'),
      'password-file': say('noPasswordFile', 'takes passwords that stand in a file'),
      'token-file': say('noTokenFile', 'takes tokens that stand in a file and never end'),
      rights: say('asksForRights', 'lets everybody do everything who is signed in'),
      roles: say('goesByRoles', 'doesn’t go by roles when it is asked for something'),
      audit: say('recordsRequests', 'doesn’t write down who asked for what'),
      encryption: say('encryptsStore', 'stores secrets as they are'),
      'plain-port': say('noPlainPort', 'answers at a port without encryption, and asks nobody there who they are'),
      'plain-address': say('noPlainAddress', 'answers without encryption at an address of the network'),
      'encrypted-port': say('keepsEncryptedPort', 'has its encrypted port closed'),
      'read-only-port': say('noReadOnlyPort', 'tells everybody what runs on its machine'),
      certificate: say('hasCertificate', 'has no certificate by which others know it'),
      'client-certificates': say('asksForCertificate', 'doesn’t ask for a certificate of who connects'),
      'everything-admitted': say('judgesChanges', 'takes every change as it comes'),
    };
  },
});
