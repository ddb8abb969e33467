import { mapFact } from '../../model/fact.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { inDefaultNamespace, objectOf, terraformTypes } from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

const types = ['ServiceAccount'];
const source = 'https://kubernetes.io/docs/reference/kubernetes-api/authentication-resources/service-account-v1/';

const map = (resource: Resource) => {
  const object = objectOf(resource, types);
  if (!object) return undefined;
  return {
    kind: 'service-account' as const,
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: {
      isDefault: mapFact(
        object.own.optionalString('metadata.name'),
        (name) => resource.type.startsWith('kubernetes_default_') || name === 'default',
      ),
      tokenMounted: object.own.bool('automountServiceAccountToken', { value: true, source }),
      inDefaultNamespace: inDefaultNamespace(object),
    },
  };
};

export default [
  mapping({ kind: 'service-account', dialect: 'kubernetes', types, map }),
  mapping({ kind: 'service-account', dialect: 'terraform', types: terraformTypes(types), map }),
];
