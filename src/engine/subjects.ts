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
  const all: MappingContext['all'] = memo ? remembered(found, memo) : found;
  const byType = mappingsByType(available);
  const whole: MappingContext = {
    ...context,
    ...(memo && { paths: memo.list('paths', context.paths), comments: memo.list('comments', context.comments) }),
    all,
  };
  const seenIn = (resource: Resource, own: readonly Mapping[]): Subject[] =>
    own.flatMap((mapping) => {
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
    });
  return resources.flatMap((resource) => {
    const own = byType.get(`${vocabularyOf(resource.dialect)}\0${resource.type}`) ?? [];
    return memo ? memo.alone(resource, own.length, () => seenIn(resource, own)) : seenIn(resource, own);
  });
}

/** Each list looked for once in a tree, and the same object as in the tree before where its items are. */
function remembered(find: MappingContext['all'], memo: Memo): MappingContext['all'] {
  const lists = new Map<string, readonly Resource[]>();
  return (dialect, ...types) => {
    const key = `all ${dialect} ${types.join(' ')}`;
    let list = lists.get(key);
    if (!list) lists.set(key, (list = memo.list(key, find(dialect, ...types))));
    return list;
  };
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
