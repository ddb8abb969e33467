import type { ObjectValue, Value } from '../../model/value.ts';
import { isFilePlace } from '../../model/place.ts';
import { inNamespace, withImages } from './fields.ts';
import { withGenerated } from './generate.ts';
import { withAnnotations, withLabels } from './labels.ts';
import { beside, listOf, type Manifest, type Site, type Source } from './manifest.ts';
import { renamed, withReplicas } from './names.ts';
import { patchesOf, withPatch } from './patches.ts';
import { withReplacements, withVariables } from './replacements.ts';
import { textAt } from './patch.ts';

// What is not followed here. https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
const notFollowed = ['generators', 'transformers', 'configurations', 'helmChartInflationGenerator'];

// Kustomizations that take each other twice double at each step.
const mostObjects = 5_000;

/** The objects that a kustomization comes to: what it takes, what components make of that, and then what it says itself. */
export function built(folder: string, source: Source, seen: readonly string[] = []): readonly Manifest[] {
  const found = source.kustomization(folder);
  if (!found || seen.includes(folder) || seen.length > 20) return [];
  const known = source.known.get(folder);
  if (known) return known;
  const objects = changed(gathered(folder, source, [...seen, folder]), folder, found, source);
  source.known.set(folder, objects);
  return objects;
}

function gathered(folder: string, source: Source, seen: readonly string[]): readonly Manifest[] {
  const { file, body } = source.kustomization(folder)!;
  const { open } = placeOf(folder, file, source);
  const missing = (entry: Value): [] => {
    open(entry.type === 'string' ? entry.value : file, entry);
    return [];
  };
  const from = (entry: Value): readonly Manifest[] => {
    if (entry.type !== 'string' || isRemote(entry.value)) return missing(entry);
    const path = beside(folder, entry.value);
    return source.manifests(path) ?? (source.kustomization(path) ? built(path, source, seen) : missing(entry));
  };
  let objects: readonly Manifest[] = [];
  for (const entry of [...listOf(body, 'resources'), ...listOf(body, 'bases')]) {
    objects = [...objects, ...from(entry)];
    if (objects.length <= mostObjects) continue;
    open(file, entry, 'a kustomization that takes fewer objects');
    return objects.slice(0, mostObjects);
  }
  for (const entry of listOf(body, 'components')) {
    const path = entry.type === 'string' && !isRemote(entry.value) ? beside(folder, entry.value) : undefined;
    const component = path === undefined ? undefined : source.kustomization(path);
    if (path === undefined || !component) missing(entry);
    else if (!seen.includes(path) && seen.length <= 20)
      objects = changed([...objects, ...gathered(path, source, [...seen, path])], path, component, source);
  }
  return objects;
}

const placeOf = (folder: string, file: string, source: Source): Site => ({
  folder,
  file,
  source,
  open(name, { at }, settledBy = 'manifests as kustomize builds them') {
    if (isFilePlace(at)) source.unresolved({ name, reason: { code: 'not-rendered', subject: name, settledBy }, at });
  },
});

/** In the order in which kustomize works: https://github.com/kubernetes-sigs/kustomize/blob/master/api/internal/target/kusttarget_configplugin.go */
function changed(
  objects: readonly Manifest[],
  folder: string,
  { file, body }: { file: string; body: ObjectValue },
  source: Source,
): readonly Manifest[] {
  const place = placeOf(folder, file, source);
  let all: readonly Manifest[] = withGenerated(objects, body, (path) => beside(folder, path), source);
  for (const [i, chart] of listOf(body, 'helmCharts').entries()) {
    const made = source.chart(folder, file, i);
    if (made) all = [...all, ...made];
    else place.open(`chart ${textAt(chart, 'name') ?? ''} of ${file}`, chart, 'the chart, unpacked in charts/');
  }
  const { merges, patches, operations } = patchesOf(body, place);
  for (const patch of [...merges, ...patches]) all = withPatch(all, patch, place);
  all = inNamespace(all, body.entries.get('namespace'));
  all = renamed(all, body.entries.get('namePrefix'), body.entries.get('nameSuffix'));
  all = withLabels(all, body);
  all = withAnnotations(all, body.entries.get('commonAnnotations'));
  for (const patch of operations) all = withPatch(all, patch, place);
  const [replicas, images] = [listOf(body, 'replicas'), listOf(body, 'images')];
  all = all.map((object) => withImages(withReplicas(object, replicas), images));
  all = withReplacements(all, listOf(body, 'replacements'), place);
  all = withVariables(all, listOf(body, 'vars'), place);
  for (const name of notFollowed) {
    const entry = body.entries.get(name);
    if (entry) place.open(`${name} of ${file}`, entry);
  }
  return all;
}

const isRemote = (path: string): boolean => /^[\w+]+:\/\/|^git@|^[\w-]+\.[\w.-]+\/|\?ref=/.test(path);
