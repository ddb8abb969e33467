import type { Resource } from '../../dialects/dialect.ts';
import { known, mapFact, unknownFact, type Fact } from '../../model/fact.ts';
import {
  entryOf,
  namespaceOf,
  neighbours,
  objectOf,
  terraformTypes,
  type ClusterObject,
} from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, knownOf, unknownOf } from '../read.ts';

const types = ['Namespace'];
const standards = ['privileged', 'baseline', 'restricted'] as const;
type Standard = (typeof standards)[number];

const map = (resource: Resource) => {
  const object = objectOf(resource, types);
  if (!object) return undefined;
  return {
    kind: 'cluster-namespace' as const,
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: { podStandard: podStandard(object), trafficLimited: trafficLimited(object) },
  };
};

export default [
  mapping({ kind: 'cluster-namespace', dialect: 'kubernetes', types, map }),
  mapping({ kind: 'cluster-namespace', dialect: 'terraform', types: terraformTypes(types), map }),
];

/** https://kubernetes.io/docs/concepts/security/pod-security-admission/ */
function podStandard({ own }: ClusterObject): Fact<Standard> {
  const label = entryOf(own.body, 'metadata', 'labels', 'pod-security.kubernetes.io/enforce');
  if (label?.type === 'unknown') return unknownOf(label);
  const text = label && asString(label);
  const standard = standards.find((name) => name === text);
  if (label && standard) return knownOf(label, standard);
  return unknownFact(
    {
      code: 'not-in-repository',
      subject: 'pod-security.kubernetes.io/enforce',
      settledBy: 'the label, or a policy of the whole cluster that says the same',
    },
    label?.at ?? own.at,
  );
}

/** A policy that selects all pods: https://kubernetes.io/docs/concepts/services-networking/network-policies/ */
function trafficLimited(object: ClusterObject): Fact<boolean> {
  const policies = neighbours(object, ['NetworkPolicy']).filter((policy) => belongs(policy, object));
  const whole = policies.find(({ own }) => {
    const selector = own.value('spec.podSelector');
    const chosen = ['matchLabels', 'matchExpressions'].some((part) => {
      const by = entryOf(selector, part);
      return (
        by !== undefined && (by.type === 'object' ? by.entries.size > 0 : by.type !== 'list' || by.items.length > 0)
      );
    });
    return !chosen;
  });
  return mapFact(known(whole !== undefined, whole?.own.at ?? object.own.at), (is) => is);
}

const belongs = (policy: ClusterObject, { name, resource }: ClusterObject): boolean => {
  const namespace = namespaceOf(policy);
  return namespace !== undefined && (namespace === name || namespace === `\0${resource.name}`);
};
