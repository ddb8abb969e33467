import type { Resource } from '../../dialects/dialect.ts';
import { anyItem, anyOf, byDefault, known, mapFact, unknownFact, type Fact, type FactList } from '../../model/fact.ts';
import { entryOf, objectOf, terraformTypes } from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, knownOf, unknownOf, type Reader } from '../read.ts';
import { isOneOf } from '../stated.ts';

const types = ['PodSecurityPolicy', 'SecurityContextConstraints'];

// https://kubernetes.io/docs/concepts/security/pod-security-policy/, https://docs.redhat.com/en/documentation/openshift_container_platform/4.19/html/authentication_and_authorization/managing-pod-security-policies
const source = 'https://kubernetes.io/docs/concepts/security/pod-security-policy/';
const no = { value: false, source };
const yes = { value: true, source };
const nothing = { value: '', source };

const map = (resource: Resource) => {
  const object = objectOf(resource, types);
  if (!object) return undefined;
  const { own, kind } = object;
  const ofPods = kind === 'PodSecurityPolicy';
  const may = (plain: string, constraint: string): Fact<boolean> => own.bool(ofPods ? `spec.${plain}` : constraint, no);
  const dropped = rights(own.strings(ofPods ? 'spec.requiredDropCapabilities' : 'requiredDropCapabilities'));
  return {
    kind: 'pod-policy' as const,
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: {
      allowsPrivileged: may('privileged', 'allowPrivilegedContainer'),
      allowsHostProcesses: may('hostPID', 'allowHostPID'),
      allowsHostMemory: may('hostIPC', 'allowHostIPC'),
      allowsHostNetwork: may('hostNetwork', 'allowHostNetwork'),
      allowsEscalation: own.bool(ofPods ? 'spec.allowPrivilegeEscalation' : 'allowPrivilegeEscalation', yes),
      allowsRoot: ofPods ? runsAsRoot(own) : isOneOf(own.string('runAsUser.type', nothing), ['', 'runasany']),
      dropsPacketForging: anyItem(dropped, (right) => right === 'ALL' || right === 'NET_RAW'),
      dropsRights: anyItem(dropped, () => true),
      allowsAddedRights: anyItem(
        rights(own.strings(ofPods ? 'spec.allowedCapabilities' : 'allowedCapabilities')),
        (right) => right !== 'NET_BIND_SERVICE',
      ),
      filtersCalls: ofPods ? filtered(own) : constrained(own),
    },
  };
};

export default [
  mapping({ kind: 'pod-policy', dialect: 'kubernetes', types, map }),
  mapping({ kind: 'pod-policy', dialect: 'terraform', types: terraformTypes(types), map }),
];

const rights = (list: FactList<string>): FactList<string> => ({
  ...list,
  items: list.items.map((item) => mapFact(item, (name) => name.toUpperCase().replace(/^CAP_/, ''))),
});

/** A range of numbers that leaves out 0 keeps root out, too. */
function runsAsRoot(own: Reader): Fact<boolean> {
  const rule = own.string('spec.runAsUser.rule', nothing);
  if (!rule.known) return rule;
  if (rule.value === 'MustRunAsNonRoot') return mapFact(rule, () => false);
  if (rule.value !== 'MustRunAs') return mapFact(rule, () => true);
  const ranges = own.blocks('spec.runAsUser.ranges');
  const lowest = ranges.items.map((range) => range.optionalNumber('min'));
  const open = lowest.find((fact) => !fact.known);
  if (open) return mapFact(open, () => true);
  return known(lowest.length === 0 || lowest.some((fact) => fact.known && (fact.value ?? 0) < 1), ranges.at);
}

function filtered(own: Reader): Fact<boolean> {
  const [name] = ['defaultProfileName', 'allowedProfileNames'].flatMap(
    (key) => entryOf(own.body, 'metadata', 'annotations', `seccomp.security.alpha.kubernetes.io/${key}`) ?? [],
  );
  if (!name) return byDefault(false, own.at, source);
  if (name.type === 'unknown') return unknownOf(name);
  return knownOf(name, !/unconfined|^\*$/.test(asString(name) ?? 'unconfined'));
}

function constrained(own: Reader): Fact<boolean> {
  const profiles = own.strings('seccompProfiles');
  if (profiles.items.length === 0 && profiles.complete) return byDefault(false, own.at, source);
  const open = profiles.items.find((item) => !item.known);
  if (open && !open.known) return unknownFact(open.reason, open.at);
  return mapFact(
    anyOf(
      known(false, profiles.at),
      anyItem(profiles, (profile) => profile === '*' || profile === 'unconfined'),
    ),
    (is) => !is,
  );
}
