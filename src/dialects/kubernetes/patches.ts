import { isFilePlace } from '../../model/place.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { beside, listOf, type Manifest, type Site } from './manifest.ts';
import { operated, strategic, textAt } from './patch.ts';
import { isMeant } from './targets.ts';

export interface Patch {
  target: Value | undefined;
  values: readonly Value[];
  at: Value;
}

interface Patches {
  merges: readonly Patch[];
  patches: readonly Patch[];
  /** Those of `patchesJson6902`: they come later than the others. */
  operations: readonly Patch[];
}

/** What a kustomization changes of the objects it takes. */
export function patchesOf(body: ObjectValue, { folder, source, open }: Site): Patches {
  const inline = (text: Value | undefined): readonly Value[] =>
    (text?.type === 'string' && isFilePlace(text.at) ? source.values(text.at.file, text) : undefined) ?? [];
  const file = (path: string | undefined, entry: Value): readonly Value[] => {
    const found = path === undefined ? undefined : source.values(beside(folder, path));
    if (!found) open(`patch ${path ?? 'without a path'}`, entry);
    return found ?? [];
  };
  const patch = (entry: Value): Patch => {
    const own = entry.type === 'object' ? entry.entries : new Map<string, Value>();
    const values = own.has('path') ? file(textAt(entry, 'path'), entry) : inline(own.get('patch'));
    return { target: own.get('target'), values, at: entry };
  };
  const merges = listOf(body, 'patchesStrategicMerge').map((entry): Patch => {
    const text = entry.type === 'string' ? entry.value : '';
    return { target: undefined, values: text.includes('\n') ? inline(entry) : file(text, entry), at: entry };
  });
  return {
    merges,
    patches: listOf(body, 'patches').map(patch),
    operations: listOf(body, 'patchesJson6902').map(patch),
  };
}

/** Objects as a patch leaves them. One without an object to change is said: kustomize stops there. */
export function withPatch(
  objects: readonly Manifest[],
  { target, values, at }: Patch,
  { open }: Site,
): readonly Manifest[] {
  let all = [...objects];
  for (const value of values) {
    if (value.type !== 'list' && value.type !== 'object') continue;
    const wanted = target ?? (value.type === 'object' ? asTarget(value) : undefined);
    const meant = (object: Manifest): boolean => wanted !== undefined && isMeant(object, wanted);
    if (!all.some(meant)) {
      if (!target && value.type === 'object')
        open(
          `patch of ${textAt(wanted, 'kind') ?? ''} ${textAt(wanted, 'name') ?? ''}`,
          at,
          'the object that it is for',
        );
      continue;
    }
    const gone = value.type === 'object' && textAt(value, '$patch') === 'delete';
    all = all.flatMap((object) =>
      !meant(object) ? [object] : gone ? [] : [patched(object, value, target !== undefined)],
    );
  }
  return all;
}

const lost = { code: 'not-rendered' as const, settledBy: 'manifests as kustomize builds them' };

function patched(object: Manifest, value: Value, targeted: boolean): Manifest {
  let { body } = object;
  if (value.type === 'list')
    for (const operation of value.items) body = operated(body, operation) ?? { ...body, complete: false, reason: lost };
  else if (value.type === 'object') {
    const result = strategic(body, targeted ? withoutName(value) : value);
    if (result.type === 'object') body = result;
  }
  return { ...object, body };
}

/** A patch without a target says by its own kind, name and namespace what it is for. */
function asTarget(patch: ObjectValue): Value {
  const entries = new Map<string, Value>();
  const add = (key: string, value: Value | undefined): void => void (value && entries.set(key, value));
  add('kind', patch.entries.get('kind'));
  const metadata = patch.entries.get('metadata');
  if (metadata?.type === 'object') {
    add('name', metadata.entries.get('name'));
    add('namespace', metadata.entries.get('namespace'));
  }
  return { ...patch, entries };
}

/** A patch with a target of its own doesn't rename what it changes. */
function withoutName(patch: ObjectValue): ObjectValue {
  const entries = new Map([...patch.entries].filter(([key]) => key !== 'kind' && key !== 'apiVersion'));
  const metadata = entries.get('metadata');
  if (metadata?.type === 'object')
    entries.set('metadata', {
      ...metadata,
      entries: new Map([...metadata.entries].filter(([key]) => key !== 'name' && key !== 'namespace')),
    });
  return { ...patch, entries };
}
