import type { Resource } from '../../dialects/dialect.ts';
import { anyItem, known, notApplicable, unknownFact, type Fact, type FactList } from '../../model/fact.ts';
import type { OfferedPort } from '../../model/kinds/shared.ts';
import type { FilePlace, Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { entryOf, inDefaultNamespace, objectOf, terraformTypes, type ClusterObject } from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString } from '../read.ts';
import { isOneOf, some } from '../stated.ts';
import { dataPorts } from '../workload/data-ports.ts';

const types = ['Service', 'Ingress', 'Gateway'];
const services = 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types';

const map = (resource: Resource) => {
  const object = objectOf(resource, types);
  if (!object) return undefined;
  const { own, kind } = object;
  const service = kind === 'Service';
  return {
    kind: 'cluster-entry' as const,
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: {
      offersTls: service
        ? notApplicable('what is behind it says whether it encrypts')
        : kind === 'Gateway'
          ? listenersEncrypt(object)
          : ingressEncrypts(object),
      foreignAddresses: service
        ? anyItem(own.strings('spec.externalIPs'), () => true)
        : notApplicable('only a service has addresses'),
      machinePorts: service
        ? isOneOf(own.string('spec.type', { value: 'ClusterIP', source: services }), ['nodeport'])
        : notApplicable('only a service takes ports'),
      openDataPorts: service ? openDataPorts(object) : notApplicable('it passes on requests of the web'),
      rawSettings: kind === 'Ingress' ? rawSettings(object) : notApplicable('only an ingress has them'),
      inDefaultNamespace: inDefaultNamespace(object),
    },
  };
};

export default [
  mapping({ kind: 'cluster-entry', dialect: 'kubernetes', types, map }),
  mapping({ kind: 'cluster-entry', dialect: 'terraform', types: terraformTypes(types), map }),
];

// Where the load balancer of a cloud holds the certificate, an annotation names it: `alb.ingress.kubernetes.io/certificate-arn`,
// `networking.gke.io/managed-certificates`, `appgw.ingress.kubernetes.io/appgw-ssl-certificate`.
const namesCertificate = /certificate|ssl-cert|cert-manager|tls-acme|pre-shared-cert/;

function ingressEncrypts(object: ClusterObject): Fact<boolean> {
  const written = object.own.has('spec.tls');
  if (!written.known || written.value) return written;
  const named = annotationsOf(object).find(([key]) => namesCertificate.test(key));
  return named ? known(true, named[1].at) : known(false, object.own.at);
}

// https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer
const internal = /load-balancer-(?:internal|scheme|type)$/;

/** Ports of data stores at an address outside of the cluster that anybody may ask. */
function openDataPorts(object: ClusterObject): FactList<OfferedPort> {
  const { own } = object;
  const ports = own.blocks('spec.ports');
  const type = own.optionalString('spec.type');
  const nobody = { items: [], complete: true, at: ports.at };
  if (!type.known) return { ...nobody, complete: false, reason: type.reason };
  if (type.value !== 'LoadBalancer' && type.value !== 'NodePort') return nobody;
  const inside = annotationsOf(object).some(
    ([key, value]) => internal.test(key) && !/^(?:false|internet-facing|External)$/i.test(asString(value) ?? ''),
  );
  const ranges = own.strings('spec.loadBalancerSourceRanges');
  const narrow = ranges.items.length > 0 && ranges.items.every((range) => range.known && !range.value.endsWith('/0'));
  if (type.value === 'LoadBalancer' && (inside || narrow)) return nobody;
  const items = ports.items.flatMap((port): Fact<OfferedPort>[] => {
    const facts = ['port', 'targetPort'].map((name) => port.optionalString(name));
    const found = facts.find((fact) => fact.known && dataPorts.has(Number(fact.value)));
    return found?.known ? [{ ...found, value: { port: Number(found.value), at: found.at } }] : [];
  });
  return { items, complete: ports.complete, at: ports.at, ...(ports.reason && { reason: ports.reason }) };
}

/** https://gateway-api.sigs.k8s.io/guides/tls/ */
function listenersEncrypt({ own }: ClusterObject): Fact<boolean> {
  const listeners = own.blocks('spec.listeners');
  const facts = listeners.items.map((listener): Fact<boolean> => {
    const protocol = listener.optionalString('protocol');
    return protocol.known ? { ...protocol, value: /^(?:HTTPS|TLS)$/.test(protocol.value ?? '') } : protocol;
  });
  if (facts.length > 0 || listeners.complete) return some(facts, known(false, own.at));
  return unknownFact(listeners.reason ?? { code: 'not-evaluated', settledBy: 'its listeners' }, listeners.at);
}

/** https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/ */
function rawSettings(object: ClusterObject): Fact<boolean> {
  const raw = annotationsOf(object).find(([key]) => /^nginx\.ingress\.kubernetes\.io\/[\w-]+-snippet$/.test(key));
  const at: Place | FilePlace = raw ? raw[1].at : object.own.at;
  return known(raw !== undefined && asString(raw[1]) !== '', at);
}

function annotationsOf({ own }: ClusterObject): readonly [string, Value][] {
  const annotations = entryOf(own.body, 'metadata', 'annotations');
  return annotations?.type === 'object' ? [...annotations.entries] : [];
}
