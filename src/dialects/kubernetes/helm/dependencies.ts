import { fileStart, isFilePlace } from '../../../model/place.ts';
import type { Unresolved } from '../../dialect.ts';
import { Stop, type Budget } from '../../terraform/budget.ts';
import { beside } from '../manifest.ts';
import { at, inPath, nameIn, problemOf, stepsOfTemplate, type Chart, type Instance } from './chart-model.ts';
import { copied, dict, merged, plain, string, viaOf, type Data, type Dict } from './data.ts';

// Charts inside of charts.

export interface Taking {
  chartAt(folder: string): Chart | undefined;
  folders: readonly string[];
  unresolved(what: Unresolved): void;
  more(): boolean;
}

/** `given` are the values from above: they go before the chart's own. */
export function instanceIn(
  chart: Chart,
  path: string,
  given: Dict,
  above: readonly string[],
  taking: Taking,
): Instance {
  const budget: Budget = { steps: stepsOfTemplate, depth: 0 };
  if (!taking.more()) throw new Stop('too-large', 'fewer charts inside of it');
  const values = over(copied(given, budget) as Dict, chart.values, budget);
  const children = new Map<string, Instance>();
  for (const { name, folder, imports } of dependencies(chart, values, taking)) {
    const child = [...above, chart.folder].includes(folder) || above.length > 10 ? undefined : taking.chartAt(folder);
    if (!child) continue;
    const own = values.entries.get(name);
    if (own && own.type !== 'map' && own.type !== 'nil') {
      const at = viaOf(own)[0] ?? chart.values.from;
      taking.unresolved(problemOf(`${name} of ${chart.file}`, chart.file, `a map of values for the chart ${name}`, at));
    }
    const passed: Dict =
      own?.type === 'map'
        ? (copied(own, budget) as Dict)
        : { ...dict(), ...(chart.values.from && { from: chart.values.from }) };
    const global = values.entries.get('global');
    if (global?.type === 'map') {
      const there = passed.entries.get('global');
      const both = copied(global, budget) as Dict;
      passed.entries.set('global', there?.type === 'map' ? merged(both, there, budget) : both);
    }
    const instance = instanceIn(
      called(child, name),
      `${path}/charts/${name}`,
      passed,
      [...above, chart.folder],
      taking,
    );
    children.set(name, instance);
    values.entries.set(name, instance.values);
    for (const part of imports) imported(values, instance.values, part, budget);
  }
  return { chart, path, values, children };
}

/** A chart under an alias has that name for its templates: https://helm.sh/docs/topics/charts/#alias-field-in-dependencies */
const called = (chart: Chart, name: string): Chart =>
  chart.name === name
    ? chart
    : {
        ...chart,
        name,
        about: { ...chart.about, entries: new Map([...chart.about.entries, ['name', string(name)]]) },
      };

/** Values over others; a null stays, so that it can take away what a chart says by default. */
export function laid(above: Dict, below: Dict, budget: Budget, depth = 0): Dict {
  if (depth > 100) throw new Stop('too-large', 'less depth');
  for (const [key, value] of below.entries) {
    const there = above.entries.get(key);
    if (there === undefined) above.entries.set(key, copied(value, budget));
    else if (there.type === 'map' && value.type === 'map') laid(there, value, budget, depth + 1);
  }
  return above;
}

/** What is given, and what it doesn't say by default; a null takes away: https://helm.sh/docs/chart_template_guide/values_files/ */
function over(given: Dict, defaults: Dict, budget: Budget, depth = 0): Dict {
  if (depth > 100) throw new Stop('too-large', 'less depth');
  for (const [key, value] of defaults.entries) {
    const there = given.entries.get(key);
    if (there === undefined) given.entries.set(key, copied(value, budget));
    else if (there.type === 'map' && value.type === 'map') over(there, value, budget, depth + 1);
    else if (there.type === 'nil' && value.type !== 'nil') given.entries.delete(key);
  }
  return given;
}

interface Dependency {
  name: string;
  folder: string;
  imports: readonly Data[];
}

/** The charts that are taken in: those listed, where they are in the tree, and all others under `charts/`. */
function dependencies(chart: Chart, values: Dict, taking: Taking): Dependency[] {
  const start = at(chart.folder, 'charts/');
  const bundled = taking.folders.filter(
    (folder) => folder.startsWith(start) && !folder.slice(start.length).includes('/'),
  );
  const listed = chart.about.entries.get('dependencies');
  const named = new Set<string>();
  const found: Dependency[] = [];
  for (const entry of listed?.type === 'list' ? listed.items : []) {
    const name = nameIn(entry, 'name');
    if (entry.type !== 'map' || name === undefined) continue;
    const local = /^file:\/\/(.+)$/.exec(nameIn(entry, 'repository') ?? '')?.[1];
    const folder =
      bundled.find((path) => path === `${start}${name}`) ??
      bundled.find((path) => nameIn(taking.chartAt(path)?.about, 'name') === name) ??
      (local === undefined ? undefined : taking.folders.find((path) => path === beside(chart.folder, local)));
    if (folder !== undefined) named.add(folder);
    if (!enabled(entry, values)) continue;
    if (folder === undefined) missing(name, entry, chart, taking);
    else {
      const imports = entry.entries.get('import-values');
      found.push({
        name: nameIn(entry, 'alias') ?? name,
        folder,
        imports: imports?.type === 'list' ? imports.items : [],
      });
    }
  }
  for (const folder of bundled)
    if (!named.has(folder)) found.push({ name: taking.chartAt(folder)?.name ?? folder, folder, imports: [] });
  return found;
}

function missing(name: string, entry: Dict, chart: Chart, { unresolved }: Taking): void {
  unresolved({
    name: `${name} of ${chart.file}`,
    reason: { code: 'remote-module', subject: name, settledBy: 'the chart, unpacked in charts/' },
    at: entry.from && isFilePlace(entry.from) ? entry.from : fileStart(chart.file),
  });
}

/** By the first condition that the values know, else by tags: https://helm.sh/docs/topics/charts/#tags-and-condition-fields-in-dependencies */
function enabled(entry: Dict, values: Dict): boolean {
  for (const path of (nameIn(entry, 'condition') ?? '').split(',').filter((part) => part.trim() !== '')) {
    const value = inPath(values, path.trim());
    if (value?.type === 'bool') return value.value;
  }
  const tags = entry.entries.get('tags');
  const states = (tags?.type === 'list' ? tags.items : []).flatMap((tag) => {
    const name = tag.type === 'string' ? plain(tag) : undefined;
    const value = typeof name === 'string' ? inPath(values, `tags.${name}`) : undefined;
    return value?.type === 'bool' ? [value.value] : [];
  });
  return states.length === 0 || states.includes(true);
}

/** Values that a chart takes from one inside of it: `data`, of its exports, or from one path to another. */
function imported(values: Dict, child: Dict, part: Data, budget: Budget): void {
  const name = part.type === 'string' ? plain(part) : undefined;
  const source = inPath(child, typeof name === 'string' ? `exports.${name}` : (nameIn(part, 'child') ?? ''));
  if (source?.type !== 'map') return;
  const steps = typeof name === 'string' ? [] : (nameIn(part, 'parent') ?? '').split('.').filter((step) => step !== '');
  let target = values;
  for (const step of steps) {
    const there = target.entries.get(step);
    const next = there?.type === 'map' ? there : dict();
    target.entries.set(step, next);
    target = next;
  }
  over(target, source, budget);
}
