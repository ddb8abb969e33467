import type { Resource } from '../../dialects/dialect.ts';
import { notApplicable } from '../../model/fact.ts';
import { inDefaultNamespace, objectOf, terraformTypes } from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { powersOf } from './powers.ts';

const types = ['Role', 'ClusterRole'];

const map = (resource: Resource) => {
  const object = objectOf(resource, types);
  if (!object) return undefined;
  return {
    kind: 'cluster-role' as const,
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: {
      powers: powersOf(object.own),
      inDefaultNamespace:
        object.kind === 'Role' ? inDefaultNamespace(object) : notApplicable('it belongs to no namespace'),
    },
  };
};

export default [
  mapping({ kind: 'cluster-role', dialect: 'kubernetes', types, map }),
  mapping({ kind: 'cluster-role', dialect: 'terraform', types: terraformTypes(types), map }),
];
