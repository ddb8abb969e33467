import { allOf, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
import type { Guards } from '../../model/kinds/cluster-control-plane.ts';
import type { Flags, Part } from './flags.ts';

// https://kubernetes.io/docs/reference/command-line-tools-reference/, https://etcd.io/docs/v3.6/op-guide/configuration/
const api: Part = 'kube-apiserver';
const manager: Part = 'kube-controller-manager';
const scheduler: Part = 'kube-scheduler';
const etcd: Part = 'etcd';
const kubelet: Part = 'kubelet';

const something = (text: string): boolean => text !== '';
const isTrue = (text: string): boolean => text === 'true';
const isNotTrue = (text: string): boolean => text !== 'true';
const isNotFalse = (text: string): boolean => text !== 'false';
const isFalse = (text: string): boolean => text === 'false';
const includes =
  (item: string) =>
  (text: string): boolean =>
    text.split(',').includes(item);
const excludes =
  (item: string) =>
  (text: string): boolean =>
    !text.split(',').includes(item);
const onMachine = (text: string): boolean => /^(?:127\.0\.0\.1|::1|localhost)$/.test(text);

// Broken or without forward secrecy: https://datatracker.ietf.org/doc/html/rfc9325#section-4.2
const strong = (text: string): boolean => !/RC4|3DES|_CBC_|^TLS_RSA_|,TLS_RSA_|NULL|MD5/.test(text);

/** What a part of a control plane is set to; `elsewhere` is said of what another part is asked about. */
export function guardsOf(flags: Flags, elsewhere: NotApplicable): Guards {
  const of = (wanted: readonly Part[], ask: () => Fact<boolean> | NotApplicable): Fact<boolean> | NotApplicable =>
    wanted.includes(flags.part) ? ask() : elsewhere;
  const set = (wanted: readonly Part[], ...names: [string, ...string[]]): Fact<boolean> | NotApplicable =>
    of(wanted, () => {
      const [first, ...rest] = names.map((name) => flags.is([name], something, false));
      return allOf(first!, ...rest);
    });
  const is = (
    wanted: readonly Part[],
    name: string,
    right: (text: string) => boolean,
    otherwise: boolean,
  ): Fact<boolean> | NotApplicable => of(wanted, () => flags.is([name], right, otherwise));
  const admitted = '--enable-admission-plugins';
  return {
    knowsCallers: of([api, kubelet], () => {
      const byFile = flags.part === api ? flags.is(['--authentication-config'], something, false) : undefined;
      return byFile?.known && byFile.value ? byFile : flags.is(['--anonymous-auth'], isFalse, false);
    }),
    noPasswordFile: is([api], '--basic-auth-file', (text) => text === '', true),
    noTokenFile: is([api], '--token-auth-file', (text) => text === '', true),
    asksForRights: rights(flags, elsewhere, excludes('AlwaysAllow')),
    goesByRoles: flags.part === api ? rights(flags, elsewhere, includes('RBAC')) : elsewhere,
    limitsMachines: flags.part === api ? rights(flags, elsewhere, includes('Node')) : elsewhere,
    checksMachinesChanges: is([api], admitted, includes('NodeRestriction'), false),
    noPlainPort: of([api], () => plainPort(flags)),
    noPlainAddress: is([api], '--insecure-bind-address', (text) => text === '', true),
    keepsEncryptedPort: is([api], '--secure-port', (text) => text !== '0', true),
    noReadOnlyPort: is([kubelet], '--read-only-port', (text) => text === '0', false),
    staysOnMachine: is([manager, scheduler], '--bind-address', onMachine, false),
    recordsRequests: of([api], () => flags.is(['--audit-log-path', '--audit-webhook-config-file'], something, false)),
    encryptsStore: of([api], () =>
      flags.is(['--encryption-provider-config', '--experimental-encryption-provider-config'], something, false),
    ),
    hasCertificate: flags.part === etcd ? set([etcd], '--cert-file', '--key-file') : served(flags, elsewhere),
    hasPeerCertificate: set([etcd], '--peer-cert-file', '--peer-key-file'),
    noOwnCertificate: is([etcd], '--auto-tls', isNotTrue, true),
    asksForCertificate:
      flags.part === etcd ? is([etcd], '--client-cert-auth', isTrue, false) : set([api, kubelet], '--client-ca-file'),
    asksPeersForCertificate: is([etcd], '--peer-client-cert-auth', isTrue, false),
    showsStore: set([api], '--etcd-certfile', '--etcd-keyfile'),
    checksStore: set([api], '--etcd-cafile'),
    showsMachines: set([api], '--kubelet-client-certificate', '--kubelet-client-key'),
    checksMachines: set([api], '--kubelet-certificate-authority'),
    encryptsToMachines: is([api], '--kubelet-https', isNotFalse, true),
    strongCiphers: is([api, kubelet], '--tls-cipher-suites', strong, true),
    noProfiling: is([api, manager, scheduler], '--profiling', isFalse, false),
    judgesChanges: is([api], admitted, excludes('AlwaysAdmit'), true),
    judgesAccounts: is([api], '--disable-admission-plugins', excludes('ServiceAccount'), true),
    judgesNamespaces: is([api], '--disable-admission-plugins', excludes('NamespaceLifecycle'), true),
    limitsEvents: is([api], admitted, includes('EventRateLimit'), false),
    asksForImages: is([api], admitted, includes('AlwaysPullImages'), false),
    looksUpAccounts: is([api], '--service-account-lookup', isNotFalse, true),
    checksTokensByKey: set([api], '--service-account-key-file'),
    signsTokensByKey: set([manager], '--service-account-private-key-file'),
    separatesAccounts: is([manager], '--use-service-account-credentials', isTrue, false),
    givesRootCertificate: set([manager], '--root-ca-file'),
    renewsCertificate:
      flags.part === kubelet
        ? is([kubelet], '--rotate-certificates', isTrue, false)
        : is([manager], '--feature-gates', (text) => !/RotateKubeletServerCertificate=false/i.test(text), true),
    keepsKernelSettings: is([kubelet], '--protect-kernel-defaults', isTrue, false),
    endsIdleConnections: is([kubelet], '--streaming-connection-idle-timeout', (text) => !/^0[a-z]*$/.test(text), true),
  };
}

/** A file may say how rights are asked for: https://kubernetes.io/docs/reference/access-authn-authz/authorization/ */
function rights(
  flags: Flags,
  elsewhere: NotApplicable,
  right: (text: string) => boolean,
): Fact<boolean> | NotApplicable {
  if (flags.part !== api && flags.part !== kubelet) return elsewhere;
  const byFile = flags.is(['--authorization-config'], something, false);
  if (byFile.known && byFile.value)
    return {
      known: false,
      reason: { code: 'not-in-repository', subject: '--authorization-config', settledBy: 'the file that it names' },
      at: byFile.at,
      via: byFile.via,
    };
  return flags.is(['--authorization-mode'], right, false);
}

/** A certificate of its own, where one isn't made up at the start. */
function served(flags: Flags, elsewhere: NotApplicable): Fact<boolean> | NotApplicable {
  if (flags.part !== api && flags.part !== kubelet) return elsewhere;
  return allOf(flags.is(['--tls-cert-file'], something, false), flags.is(['--tls-private-key-file'], something, false));
}

/** The port without encryption was on by default until 1.20, and is gone since: https://kubernetes.io/blog/2020/12/08/kubernetes-1-20-release-announcement/ */
function plainPort(flags: Flags): Fact<boolean> | NotApplicable {
  const closed = (otherwise: boolean): Fact<boolean> =>
    flags.is(['--insecure-port'], (text) => text === '0', otherwise);
  if (flags.minor !== undefined) return closed(flags.minor >= 20);
  const [one, other] = [closed(true), closed(false)];
  return one.known && other.known && one.value !== other.value
    ? notApplicable('versions that are maintained have no such port')
    : one;
}
