import { isApplicable } from '../../src/model/fact.ts';
import type { Guards } from '../../src/model/kinds/cluster-control-plane.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'parts-of-control-planes-know-each-other',
  title: 'Parts of control planes of one’s own know each other, and have few openings',
  severity: 'low',
  criteria: {
    'CC6.1': 'Who gets into the network of the cluster can’t pass for one of its parts, and finds few ways in.',
    'CC6.7': 'What the parts of the cluster tell each other is encrypted to the one it is meant for.',
  },
  do: 'Start the parts with certificates for each other (--etcd-cafile, --kubelet-certificate-authority, --peer-client-cert-auth and their like), --profiling=false, --bind-address=127.0.0.1 where only the machine asks, and the NodeRestriction plugin.',
  aspects: {
    store: { checkov: ['CKV_K8S_99'] },
    'store-checked': { checkov: ['CKV_K8S_102'] },
    machines: { checkov: ['CKV_K8S_72'] },
    'machines-checked': { checkov: ['CKV_K8S_73'] },
    'machines-encrypted': { checkov: ['CKV_K8S_71'] },
    peers: { checkov: ['CKV_K8S_119'] },
    'peers-checked': { checkov: ['CKV_K8S_121'] },
    'own-certificate': { checkov: ['CKV_K8S_118'] },
    renewal: { checkov: ['CKV_K8S_112', 'CKV_K8S_149'] },
    ciphers: { checkov: ['CKV_K8S_105', 'CKV_K8S_151'] },
    inside: { checkov: ['CKV_K8S_90', 'CKV_K8S_107', 'CKV_K8S_114'] },
    address: { checkov: ['CKV_K8S_113', 'CKV_K8S_115'] },
    'limits-of-machines': { checkov: ['CKV_K8S_75'] },
    'changes-of-machines': { checkov: ['CKV_K8S_85'] },
    accounts: { checkov: ['CKV_K8S_82'] },
    'accounts-removed': { checkov: ['CKV_K8S_96'] },
    'accounts-apart': { checkov: ['CKV_K8S_108'] },
    'token-checks': { checkov: ['CKV_K8S_97'] },
    'token-signing': { checkov: ['CKV_K8S_110'] },
    'root-certificate': { checkov: ['CKV_K8S_111'] },
    namespaces: { checkov: ['CKV_K8S_83'] },
    events: { checkov: ['CKV_K8S_78'] },
    images: { checkov: ['CKV_K8S_80'] },
    kernel: { checkov: ['CKV_K8S_144'] },
    idle: { checkov: ['CKV_K8S_143'] },
  },
  on: on('cluster-control-plane'),
  check: ({ name, traits: { guards } }) => {
    const say = (guard: keyof Guards, message: string) => {
      const fact = guards[guard];
      return isApplicable(fact) ? expect(fact, (is) => is, `${name} ${message}.`) : fact;
    };
    return {
      store: say('showsStore', 'doesn’t show the store a certificate'),
      'store-checked': say('checksStore', 'doesn’t check that the store is the right one'),
      machines: say('showsMachines', 'doesn’t show the machines a certificate'),
      'machines-checked': say('checksMachines', 'doesn’t check that machines are who they say'),
      'machines-encrypted': say('encryptsToMachines', 'talks to the machines without encryption'),
      peers: say('hasPeerCertificate', 'has no certificate for the other members of the store'),
      'peers-checked': say('asksPeersForCertificate', 'takes everybody for a member of the store'),
      'own-certificate': say('noOwnCertificate', 'makes its certificate up by itself, so nobody can check it'),
      renewal: say('renewsCertificate', 'doesn’t renew certificates by itself'),
      ciphers: say('strongCiphers', 'offers ciphers that are broken or keep nothing secret later'),
      inside: say('noProfiling', 'lets its inside be measured from outside'),
      address: say('staysOnMachine', 'can be reached from the network, though only its machine needs it'),
      'limits-of-machines': say('limitsMachines', 'doesn’t limit machines to what they run'),
      'changes-of-machines': say('checksMachinesChanges', 'lets a machine change what belongs to others'),
      accounts: say('judgesAccounts', 'doesn’t check the accounts of pods'),
      'accounts-removed': say('looksUpAccounts', 'goes on to take tokens of accounts that were removed'),
      'accounts-apart': say('separatesAccounts', 'does all its work with the rights of one account'),
      'token-checks': say('checksTokensByKey', 'names no key by which to check the tokens of accounts'),
      'token-signing': say('signsTokensByKey', 'names no key to sign the tokens of accounts with'),
      'root-certificate': say('givesRootCertificate', 'doesn’t tell pods by which certificate to know the cluster'),
      namespaces: say('judgesNamespaces', 'lets things be made in namespaces that are gone'),
      events: say('limitsEvents', 'can be flooded with events'),
      images: say('asksForImages', 'lets pods use private images that lie on a machine without a right to them'),
      kernel: say('keepsKernelSettings', 'changes the settings of its machine’s kernel'),
      idle: say('endsIdleConnections', 'never ends connections that nobody uses'),
    };
  },
});
