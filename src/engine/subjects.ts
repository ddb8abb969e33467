import type { Resource } from '../dialects/dialect.ts';
import { vocabularyOf } from '../dialects/index.ts';
import type { Problem } from '../model/report.ts';
import { locationOf } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';
import type { Memo } from './memo.ts';
import { mappings } from '../subjects/index.ts';
import type { Mapping, MappingContext } from '../subjects/mapping.ts';

/** All subjects that the resources show, in the order of the resources. A mapping that throws is a problem. */
export function subjectsOf(
  resources: readonly Resource[],
  available: readonly Mapping[],
  context: Omit<MappingContext, 'all'>,
  problem: (problem: Problem) => void,
  memo?: Memo,
): Subject[] {
  const byDialect = new Map<string, Map<string, Resource[]>>();
  for (const resource of resources) {
    const types = byDialect.get(vocabularyOf(resource.dialect)) ?? new Map<string, Resource[]>();
    byDialect.set(vocabularyOf(resource.dialect), types);
    const there = types.get(resource.type);
    if (there) there.push(resource);
    else types.set(resource.type, [resource]);
  }
  const found: MappingContext['all'] = (dialect, ...types) =>
    types.flatMap((type) => byDialect.get(dialect)?.get(type) ?? []);
  const all: MappingContext['all'] = memo
    ? (dialect, ...types) => memo.list(`all ${dialect} ${types.join(' ')}`, found(dialect, ...types))
    : found;
  const byType = mappingsByType(available);
  const whole: MappingContext = {
    ...context,
    ...(memo && { paths: memo.list('paths', context.paths), comments: memo.list('comments', context.comments) }),
    all,
  };
  return resources.flatMap((resource) =>
    (byType.get(`${vocabularyOf(resource.dialect)}\0${resource.type}`) ?? []).flatMap((mapping) => {
      try {
        return memo ? memo.mapped(mapping, resource, whole) : (mapping.map(resource, whole) ?? []);
      } catch (cause) {
        problem({
          kind: 'rule',
          message: `${resource.name} could not be looked at as ${mapping.kind}: ${cause instanceof Error ? cause.message : String(cause)}; this is a defect of soc2-lint`,
          location: locationOf(resource.at),
          dialect: resource.dialect,
        });
        return [];
      }
    }),
  );
}

/** The mappings of these dialects: only their chunks are loaded. */
export const loadMappings = async (dialects: readonly string[]): Promise<readonly Mapping[]> =>
  (
    await Promise.all(
      dialects.map(
        async (dialect) => (await mappings[dialect]?.())?.mappings.filter((m) => m.dialect === dialect) ?? [],
      ),
    )
  ).flat();

function mappingsByType(available: readonly Mapping[]): Map<string, Mapping[]> {
  const byType = new Map<string, Mapping[]>();
  for (const mapping of available) {
    for (const type of mapping.types) {
      const key = `${mapping.dialect}\0${type}`;
      const there = byType.get(key);
      if (there) there.push(mapping);
      else byType.set(key, [mapping]);
    }
  }
  return byType;
}
