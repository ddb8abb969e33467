import type { Resource } from '../../dialects/dialect.ts';
import { anyItem, anyOf, not, type Fact } from '../../model/fact.ts';
import { objectOf, podKinds, podOf, terraformTypes } from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { readerOf, type Reader } from '../read.ts';

const map = (resource: Resource) => {
  const object = objectOf(resource, podKinds);
  const spec = object && podOf(object).spec;
  if (spec?.type !== 'object') return undefined;
  const server = readerOf(spec, spec.at, resource).blocks('containers').items.find(isApiServer);
  if (!server) return undefined;
  // https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
  const has = (flag: RegExp): Fact<boolean> =>
    anyOf(
      anyItem(server.strings('command'), (word) => flag.test(word)),
      anyItem(server.strings('args'), (word) => flag.test(word)),
    );
  return {
    kind: 'cluster-control-plane' as const,
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: {
      anonymousAllowed: not(has(/^--(?:anonymous-auth=false|authentication-config=.)/)),
      requestsRecorded: has(/^--audit-(?:log-path|webhook-config-file)=./),
      storeEncrypted: has(/^--(?:experimental-)?encryption-provider-config=./),
    },
  };
};

const isApiServer = (container: Reader): boolean =>
  ['command', 'args'].some((list) =>
    container.strings(list).items.some((word) => word.known && /(?:^|\/)kube-apiserver$/.test(word.value)),
  );

export default [
  mapping({ kind: 'cluster-control-plane', dialect: 'kubernetes', types: podKinds, map }),
  mapping({ kind: 'cluster-control-plane', dialect: 'terraform', types: terraformTypes(podKinds), map }),
];
