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
  context: Omit<MappingContext, 'all' | 'keep'>,
  problem: (problem: Problem) => void,
  memo?: Memo,
): Subject[] {
  const byType = mappingsByType(available);
  const found = finder(resources);
  const all: MappingContext['all'] = memo ? remembered(found, memo) : found;
  const whole: MappingContext = {
    ...context,
    ...(memo && { paths: memo.list('paths', context.paths), comments: memo.list('comments', context.comments) }),
    all,
    keep: (key, from, make) => (memo ? memo.kept(key, from, make) : make()),
  };
  const seenIn = (resource: Resource, own: readonly Mapping[]): Subject[] => {
    const seen: Subject[] = [];
    for (const mapping of own) {
      try {
        const subjects = memo ? memo.mapped(mapping, resource, whole) : (mapping.map(resource, whole) ?? []);
        if (Array.isArray(subjects)) seen.push(...(subjects as Subject[]));
        else seen.push(subjects as Subject);
      } catch (cause) {
        problem({
          kind: 'rule',
          message: `${resource.name} could not be looked at as ${mapping.kind}: ${cause instanceof Error ? cause.message : String(cause)}; this is a defect of soc2-lint`,
          location: locationOf(resource.at),
          dialect: resource.dialect,
        });
      }
    }
    return seen;
  };
  const subjects: Subject[] = [];
  for (let at = 0; at < resources.length; at++) {
    const resource = resources[at]!;
    let seen = memo?.placed(resource, at);
    if (!seen) {
      const own = byType.get(vocabularyOf(resource.dialect))?.get(resource.type) ?? [];
      seen = memo ? memo.alone(resource, at, own.length, () => seenIn(resource, own)) : seenIn(resource, own);
    }
    for (const subject of seen) subjects.push(subject);
  }
  return subjects;
}

/** Resources by vocabulary and type, sorted when somebody asks for the first time. */
function finder(resources: readonly Resource[]): MappingContext['all'] {
  let byDialect: Map<string, Map<string, Resource[]>> | undefined;
  return (dialect, ...types) => {
    byDialect ??= sorted(resources);
    return types.flatMap((type) => byDialect!.get(dialect)?.get(type) ?? []);
  };
}

function sorted(resources: readonly Resource[]): Map<string, Map<string, Resource[]>> {
  const byDialect = new Map<string, Map<string, Resource[]>>();
  let dialect: string | undefined;
  let types = new Map<string, Resource[]>();
  for (const resource of resources) {
    // Most follow one of their dialect.
    if (resource.dialect !== dialect) {
      dialect = resource.dialect;
      types = byDialect.get(vocabularyOf(dialect)) ?? new Map<string, Resource[]>();
      byDialect.set(vocabularyOf(dialect), types);
    }
    const there = types.get(resource.type);
    if (there) there.push(resource);
    else types.set(resource.type, [resource]);
  }
  return byDialect;
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

/** By vocabulary, then by type of resource. */
function mappingsByType(available: readonly Mapping[]): Map<string, Map<string, Mapping[]>> {
  const byType = new Map<string, Map<string, Mapping[]>>();
  for (const mapping of available) {
    const ofDialect = byType.get(mapping.dialect) ?? new Map<string, Mapping[]>();
    byType.set(mapping.dialect, ofDialect);
    for (const type of mapping.types) {
      const there = ofDialect.get(type);
      if (there) there.push(mapping);
      else ofDialect.set(type, [mapping]);
    }
  }
  return byType;
}
