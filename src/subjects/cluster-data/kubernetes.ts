import type { Resource } from '../../dialects/dialect.ts';
import { known, mapFact, type Fact } from '../../model/fact.ts';
import type { Value } from '../../model/value.ts';
import {
  inDefaultNamespace,
  isStandIn,
  namesSecret,
  objectOf,
  secretUnder,
  terraformTypes,
} from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, knownOf, unknownOf, type Reader } from '../read.ts';
import { isOneOf, outside, some } from '../stated.ts';

const types = ['ConfigMap', 'Secret'];
const secrets = 'https://kubernetes.io/docs/reference/kubernetes-api/config-and-storage-resources/secret-v1/';

const map = (resource: Resource) => {
  const object = objectOf(resource, types);
  if (!object) return undefined;
  const { own, kind } = object;
  return {
    kind: 'cluster-data' as const,
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: {
      // https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets
      lastingToken: isOneOf(own.string('type', { value: '', source: secrets }), [
        'kubernetes.io/service-account-token',
      ]),
      secretInCode: kind === 'Secret' ? storedSecret(own) : some(entriesIn(own, secretUnder), known(false, own.at)),
      inDefaultNamespace: inDefaultNamespace(object),
    },
  };
};

export default [
  mapping({ kind: 'cluster-data', dialect: 'kubernetes', types, map }),
  mapping({ kind: 'cluster-data', dialect: 'terraform', types: terraformTypes(types), map }),
];

/** A secret whose text is written down, unless only what anyone may know is in it, or it is encrypted by SOPS. */
function storedSecret(own: Reader): Fact<boolean> {
  if (own.value('sops')) return known(false, own.at);
  return some(entriesIn(own, isWritten), known(false, own.at));
}

const forAll =
  /(?:^|[._-])(?:ca|crt|cert|certificate|pub|public)(?:\.?(?:crt|pem|key))?$|^(?:port|url|endpoint|db(?:name)?|database)$|(?:user(?:name)?|login|account_?name|host(?:name)?|api_?address|region|namespace|bucket|(?:client|tenant|app|application|project|account|subscription)[._-]?id)$/i;

function isWritten(key: string, value: Value): Fact<boolean> {
  if (forAll.test(key)) return known(false, value.at);
  if (value.type === 'unknown')
    return outside.includes(value.reason.code) || value.reason.code === 'not-rendered'
      ? known(false, value.at, value.via)
      : unknownOf(value);
  return mapFact(knownOf(value, asString(value)), (text) => text !== undefined && !isStandIn(text));
}

const entriesIn = (own: Reader, about: (key: string, value: Value) => Fact<boolean>): Fact<boolean>[] =>
  ['data', 'stringData', 'binaryData'].flatMap((list) => {
    const data = own.value(list);
    if (data?.type !== 'object') return [];
    // What is named as a secret first: a finding is about that one where it can be.
    return [...data.entries]
      .sort(([a], [b]) => Number(namesSecret(b)) - Number(namesSecret(a)))
      .map(([key, value]) => about(key, value));
  });
