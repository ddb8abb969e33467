import type { Resource } from '../../dialects/dialect.ts';
import { notApplicable } from '../../model/fact.ts';
import { objectOf, podKinds, podOf, terraformTypes } from '../kubernetes-object.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { readerOf } from '../read.ts';
import { flagsOf, parts } from './flags.ts';
import { guardsOf } from './guards.ts';

const map = (resource: Resource) => {
  const object = objectOf(resource, podKinds);
  const spec = object && podOf(object).spec;
  if (spec?.type !== 'object') return undefined;
  const [flags] = readerOf(spec, spec.at, resource)
    .blocks('containers')
    .items.flatMap((container) => parts.flatMap((part) => flagsOf(container, part) ?? []));
  if (!flags) return undefined;
  return {
    kind: 'cluster-control-plane' as const,
    provider: 'kubernetes',
    ...subjectOf(resource),
    traits: { guards: guardsOf(flags, notApplicable('another part of the cluster is asked about it')) },
  };
};

export default [
  mapping({ kind: 'cluster-control-plane', dialect: 'kubernetes', types: podKinds, map }),
  mapping({ kind: 'cluster-control-plane', dialect: 'terraform', types: terraformTypes(podKinds), map }),
];
