import type { Fact, NotApplicable } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

/** What a part of a control plane is set to. What only another part is asked about does not apply to it. */
export interface Guards {
  /** Whether it answers only people and programs that it knows. */
  knowsCallers: Guard;
  /** Whether nobody signs in with a password, or a token, that stands in a file. */
  noPasswordFile: Guard;
  noTokenFile: Guard;
  /** Whether it asks if somebody may do what they ask for. */
  asksForRights: Guard;
  /** Whether roles say who may do what. */
  goesByRoles: Guard;
  /** Whether machines may only do what belongs to the pods on them. */
  limitsMachines: Guard;
  /** Whether what machines change is held against what they run. */
  checksMachinesChanges: Guard;
  /** Whether it listens only where connections are encrypted. */
  noPlainPort: Guard;
  noPlainAddress: Guard;
  keepsEncryptedPort: Guard;
  /** Whether nobody can read from it without being asked. */
  noReadOnlyPort: Guard;
  /** Whether what only its machine needs is not reached from the network. */
  staysOnMachine: Guard;
  /** Whether it writes down who asked for what. */
  recordsRequests: Guard;
  /** Whether secrets are encrypted before they are stored. */
  encryptsStore: Guard;
  /** Whether it proves by a certificate what it is. */
  hasCertificate: Guard;
  hasPeerCertificate: Guard;
  /** Whether certificates are not made up by itself. */
  noOwnCertificate: Guard;
  /** Whether who connects has to show a certificate. */
  asksForCertificate: Guard;
  asksPeersForCertificate: Guard;
  /** Whether it shows the store, and the machines, who it is, and checks that they are who they say. */
  showsStore: Guard;
  checksStore: Guard;
  showsMachines: Guard;
  checksMachines: Guard;
  encryptsToMachines: Guard;
  strongCiphers: Guard;
  noProfiling: Guard;
  /** Whether something judges what comes in, accounts and namespaces among it. */
  judgesChanges: Guard;
  judgesAccounts: Guard;
  judgesNamespaces: Guard;
  limitsEvents: Guard;
  asksForImages: Guard;
  /** Whether tokens of accounts that were removed no longer hold. */
  looksUpAccounts: Guard;
  /** Whether tokens of accounts are signed, and checked, with a key for that alone. */
  checksTokensByKey: Guard;
  signsTokensByKey: Guard;
  /** Whether each of its parts has an account of its own. */
  separatesAccounts: Guard;
  /** Whether workloads are told by which certificate to know the cluster. */
  givesRootCertificate: Guard;
  renewsCertificate: Guard;
  keepsKernelSettings: Guard;
  endsIdleConnections: Guard;
}

type Guard = Fact<boolean> | NotApplicable;

export const clusterControlPlane = defineKind({
  name: 'cluster-control-plane',
  about:
    'A part of a cluster that is run by oneself: its interface, its store, what decides in it, or the agent on its machines.',
  plural: 'parts of control planes of one’s own',
  inventory: true,
  traits: {
    guards: trait<Guards>('Which of the settings it has that keep strangers out of a cluster.'),
  },
});
