import { minimatch } from 'minimatch';
import { isFilePlace, fileStart, type FilePlace } from '../../../model/place.ts';
import { linesOf } from '../../../parse/lines.ts';
import { parseYaml } from '../../../parse/yaml/parse.ts';
import { Stop, type Budget } from '../../terraform/budget.ts';
import type { DialectContext, Unresolved } from '../../dialect.ts';
import { beside } from '../manifest.ts';
import {
  bool,
  copied,
  dict,
  known,
  list,
  merged,
  plain,
  string,
  textOf,
  unknown,
  whole,
  type Data,
  type Dict,
  type Host,
  type Piece,
} from './data.ts';
import { rendered, type Named, type TemplateFile, type World } from './evaluate.ts';
import { parseTemplate, TemplateSyntax, type TemplateNode } from './parse.ts';
import { dataOf, written } from './yaml.ts';

/** What a template of a chart comes to. */
export interface Output {
  file: TemplateFile;
  pieces: readonly Piece[];
}

/** A chart as it stands in its folder: https://helm.sh/docs/topics/charts/ */
interface Chart {
  folder: string;
  file: string;
  about: Dict;
  name: string;
  values: Dict;
  templates: readonly TemplateFile[];
}

/** A chart in the place where another one takes it in. */
interface Instance {
  chart: Chart;
  /** `parent/charts/child`, in the names that templates see. */
  path: string;
  values: Dict;
  children: ReadonlyMap<string, Instance>;
}

const stepsOfChart = 6_000_000;
const stepsOfTemplate = 1_500_000;
const mostInstances = 200;

/** What somebody who installs a chart says. */
export interface Given {
  /** The last goes before the others. */
  values: readonly Dict[];
  release?: string;
  namespace?: string;
}

export interface Charts {
  /** Every folder with a chart. */
  folders: readonly string[];
  /** The charts that no other one takes in. */
  roots(): readonly string[];
  /** What a chart comes to with its own values, or with others laid over them. */
  render(folder: string, given?: Given): readonly Output[];
  /** Whether a file is a chart's own: what says what it is, its values and its templates. */
  has(path: string): boolean;
}

export function chartsOf(context: DialectContext, unresolved: (what: Unresolved) => void): Charts {
  const all = context.files.list();
  const folders = all.flatMap((path) =>
    /(?:^|\/)Chart\.ya?ml$/.test(path) ? [path.slice(0, Math.max(0, path.lastIndexOf('/')))] : [],
  );
  const charts = new Map<string, Chart | undefined>();
  const instances = new Map<string, Instance | undefined>();

  const chartAt = (folder: string): Chart | undefined => {
    if (!charts.has(folder)) charts.set(folder, load(folder, all, folders, context, unresolved));
    return charts.get(folder);
  };
  const instanceWith = (folder: string, given: readonly Dict[]): Instance | undefined => {
    const chart = chartAt(folder);
    let left = mostInstances;
    const taken: Taking = { chartAt, folders, unresolved, more: () => --left >= 0 };
    const all = (): Dict => {
      const budget: Budget = { steps: stepsOfTemplate, depth: 0 };
      return given.reduce((below, above) => laid(copied(above, budget) as Dict, below, budget), dict());
    };
    return (
      chart &&
      guarded(
        () => instanceIn(chart, chart.name, given.length > 0 ? all() : chart.values, [], taken),
        chart,
        unresolved,
      )
    );
  };
  const instanceOf = (folder: string): Instance | undefined => {
    if (!instances.has(folder)) instances.set(folder, instanceWith(folder, []));
    return instances.get(folder);
  };
  return {
    folders,
    roots: () => {
      const used = new Set(folders.flatMap((folder) => inside(instanceOf(folder))));
      const roots = folders.filter((folder) => !used.has(folder));
      // Charts that take in each other are each judged by themselves.
      const reached = new Set(roots.flatMap((folder) => [folder, ...inside(instanceOf(folder))]));
      return [...roots, ...folders.filter((folder) => !reached.has(folder))];
    },
    has: (path) =>
      folders.some((folder) => {
        const name = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : '';
        return /^(?:templates\/|(?:Chart|values)\.ya?ml$)/.test(name);
      }),
    render: (folder, given) => {
      const instance = given && given.values.length > 0 ? instanceWith(folder, given.values) : instanceOf(folder);
      return instance ? renderAll(instance, context, unresolved, releaseOf(given)) : [];
    },
  };
}

const inside = (instance: Instance | undefined): string[] =>
  [...(instance?.children.values() ?? [])].flatMap((child) => [child.chart.folder, ...inside(child)]);

const at = (folder: string, path: string): string => (folder === '' ? path : `${folder}/${path}`);

const problemOf = (name: string, file: string, settledBy: string, place?: FilePlace): Unresolved => ({
  name,
  reason: { code: 'not-rendered', subject: name, settledBy },
  at: place ?? fileStart(file),
});

function guarded<T>(compute: () => T, chart: Chart, unresolved: (what: Unresolved) => void): T | undefined {
  try {
    return compute();
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    unresolved(problemOf(chart.file, chart.file, `a smaller chart: ${error.message}`));
    return undefined;
  }
}

function load(
  folder: string,
  all: readonly string[],
  folders: readonly string[],
  context: DialectContext,
  unresolved: (what: Unresolved) => void,
): Chart | undefined {
  const file = all.find((path) => path === at(folder, 'Chart.yaml')) ?? at(folder, 'Chart.yml');
  const about = yamlFile(file, context, unresolved);
  const name = about && nameIn(about, 'name');
  if (!about || name === undefined) {
    unresolved(problemOf(file, file, 'a Chart.yaml with a name'));
    return undefined;
  }
  // Charts of the first version list them in a file of their own: https://v2.helm.sh/docs/charts/#managing-dependencies-with-requirements-yaml
  const requirements = at(folder, 'requirements.yaml');
  const listed = all.includes(requirements)
    ? yamlFile(requirements, context, unresolved)?.entries.get('dependencies')
    : undefined;
  if (listed && !about.entries.has('dependencies')) about.entries.set('dependencies', listed);
  for (const packed of packedIn(at(folder, 'charts/'), all, about))
    unresolved(problemOf(packed, packed, 'the chart, unpacked in charts/'));
  const inner = folders.filter((other) => other !== folder && (folder === '' || other.startsWith(`${folder}/`)));
  const start = at(folder, 'templates/');
  const templates = all
    .filter((path) => path.startsWith(start) && !inner.some((other) => path.startsWith(`${other}/`)))
    .filter((path) => !path.endsWith('/NOTES.txt'))
    .flatMap((path): TemplateFile[] => {
      const source = context.text(path);
      return source === undefined ? [] : [{ path, source, lines: linesOf(source) }];
    });
  const valuesFile = at(folder, 'values.yaml');
  const values = all.includes(valuesFile) ? yamlFile(valuesFile, context, unresolved) : undefined;
  return { folder, file, about, name, values: values ?? { ...dict(), from: fileStart(file) }, templates };
}

/** Packed charts that nothing lists: those that are listed are told of where they are missing. */
function packedIn(start: string, all: readonly string[], about: Dict): readonly string[] {
  const listed = about.entries.get('dependencies');
  const names = (listed?.type === 'list' ? listed.items : []).map((entry) => nameIn(entry, 'name'));
  return all.filter(
    (path) =>
      path.startsWith(start) &&
      /^[^/]+\.tgz$/.test(path.slice(start.length)) &&
      !names.some((name) => name !== undefined && path.slice(start.length).startsWith(`${name}-`)),
  );
}

export function yamlFile(
  file: string,
  context: DialectContext,
  unresolved: (what: Unresolved) => void,
): Dict | undefined {
  const { tree, problems } = parseYaml(context.text(file) ?? '');
  const problem = problems.find(({ message }) => !message.startsWith('expected each key once'));
  if (problem) unresolved(problemOf(file, file, problem.message, { file, span: problem.span }));
  const budget: Budget = { steps: stepsOfTemplate, depth: 0 };
  try {
    const data = dataOf(tree[0]?.root, budget, file);
    return data.type === 'map' ? data : undefined;
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    unresolved(problemOf(file, file, `a smaller file: ${error.message}`));
    return undefined;
  }
}

function nameIn(data: Data | undefined, key: string): string | undefined {
  const value = data?.type === 'map' ? data.entries.get(key) : undefined;
  const text = value?.type === 'string' ? plain(value) : undefined;
  return typeof text === 'string' ? text : undefined;
}

// Charts inside of charts.

interface Taking {
  chartAt(folder: string): Chart | undefined;
  folders: readonly string[];
  unresolved(what: Unresolved): void;
  more(): boolean;
}

/** `given` are the values from above: they go before the chart's own. */
function instanceIn(chart: Chart, path: string, given: Dict, above: readonly string[], taking: Taking): Instance {
  const budget: Budget = { steps: stepsOfTemplate, depth: 0 };
  if (!taking.more()) throw new Stop('too-large', 'fewer charts inside of it');
  const values = over(copied(given, budget) as Dict, chart.values, budget);
  const children = new Map<string, Instance>();
  for (const { name, folder, imports } of dependencies(chart, values, taking)) {
    const child = [...above, chart.folder].includes(folder) || above.length > 10 ? undefined : taking.chartAt(folder);
    if (!child) continue;
    const own = values.entries.get(name);
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
    const instance = instanceIn(child, `${path}/charts/${name}`, passed, [...above, chart.folder], taking);
    children.set(name, instance);
    values.entries.set(name, instance.values);
    for (const part of imports) imported(values, instance.values, part, budget);
  }
  return { chart, path, values, children };
}

/** Values over others; a null stays, so that it can take away what a chart says by default. */
function laid(above: Dict, below: Dict, budget: Budget, depth = 0): Dict {
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

const inPath = (values: Dict, path: string): Data | undefined =>
  path
    .split('.')
    .reduce<Data | undefined>((data, key) => (data?.type === 'map' ? data.entries.get(key) : undefined), values);

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

// Rendering.

function renderAll(
  root: Instance,
  context: DialectContext,
  unresolved: (what: Unresolved) => void,
  release: Dict,
): Output[] {
  const all: Instance[] = [];
  const gather = (instance: Instance): void => {
    for (const child of instance.children.values()) gather(child);
    all.push(instance);
  };
  gather(root);
  const defines = new Map<string, Named>();
  const parsed = new Map<TemplateFile, readonly TemplateNode[]>();
  for (const { chart, path } of all)
    for (const file of chart.templates) {
      const body = parsed.get(file) ?? parsedBody(file, defines, unresolved);
      if (!body) continue;
      parsed.set(file, body);
      defines.set(`${path}/${inChart(file, chart)}`, { body, file });
    }
  const outputs: Output[] = [];
  let left = stepsOfChart;
  for (const instance of all) {
    if (nameIn(instance.chart.about, 'type') === 'library') continue;
    for (const file of instance.chart.templates) {
      const body = parsed.get(file);
      if (!body || file.path.split('/').at(-1)!.startsWith('_')) continue;
      const budget: Budget = { steps: Math.min(left, stepsOfTemplate), depth: 0 };
      const before = budget.steps;
      try {
        const world: World = {
          budget,
          defines,
          refused: (message, place) => unresolved(refusal(message, file, place)),
        };
        outputs.push({
          file,
          pieces: rendered({ body, file }, topOf(instance, instance === root, { file, context, release }), world),
        });
      } catch (error) {
        if (!(error instanceof Stop) && !(error instanceof RangeError)) throw error;
        unresolved(
          problemOf(file.path, file.path, `a smaller template${error instanceof Stop ? `: ${error.message}` : ''}`),
        );
      }
      left -= before - Math.max(0, budget.steps);
    }
  }
  return outputs;
}

const refusal = (message: string, file: TemplateFile, place: FilePlace | undefined): Unresolved =>
  problemOf(
    file.path,
    file.path,
    `other values: with its own the chart stops here (${message.trim().slice(0, 200)})`,
    place,
  );

function parsedBody(
  file: TemplateFile,
  defines: Map<string, Named>,
  unresolved: (what: Unresolved) => void,
): readonly TemplateNode[] | undefined {
  try {
    const template = parseTemplate(file.source);
    for (const [name, body] of template.defines) defines.set(name, { body, file });
    return template.body;
  } catch (error) {
    if (!(error instanceof TemplateSyntax)) throw error;
    const place = { file: file.path, span: file.lines.span(error.offset, error.offset) };
    unresolved(problemOf(file.path, file.path, `a template that can be read: ${error.message}`, place));
    return undefined;
  }
}

const inChart = ({ path }: TemplateFile, { folder }: Chart): string =>
  folder === '' ? path : path.slice(folder.length + 1);

interface Around {
  file: TemplateFile;
  context: DialectContext;
  release: Dict;
}

/** What a template sees as `.`: https://helm.sh/docs/chart_template_guide/builtin_objects/ */
function topOf(instance: Instance, isRoot: boolean, around: Around): Dict {
  const { file, context, release } = around;
  const { chart, path, values, children } = instance;
  return dict([
    ['Values', values],
    ['Chart', chartData(chart, isRoot)],
    ['Release', release],
    ['Capabilities', capabilities],
    ['Files', filesIn(chart, context)],
    ['Subcharts', dict([...children].map(([name, child]) => [name, topOf(child, false, around)]))],
    [
      'Template',
      dict([
        ['Name', string(`${path}/${inChart(file, chart)}`)],
        ['BasePath', string(`${path}/templates`)],
      ]),
    ],
  ]);
}

function chartData({ about }: Chart, isRoot: boolean): Dict {
  const entries = [...about.entries].map(
    ([key, value]) => [key === 'apiVersion' ? 'APIVersion' : key[0]?.toUpperCase() + key.slice(1), value] as const,
  );
  return dict([...entries, ['IsRoot', bool(isRoot)]]);
}

/** What Helm names a release that has no name yet. Where it goes isn't known. */
function releaseOf(given: Given | undefined): Dict {
  const nowhere = unknown({
    code: 'no-value',
    subject: '.Release.Namespace',
    settledBy: 'the namespace that the chart is installed in',
  });
  return dict([
    ['Name', string(given?.release ?? 'release-name')],
    ['Namespace', given?.namespace === undefined ? nowhere : string(given.namespace)],
    ['Service', string('Helm')],
    ['IsInstall', bool(true)],
    ['IsUpgrade', bool(false)],
    ['Revision', whole(1)],
  ]);
}

/** A version that is maintained: https://kubernetes.io/releases/ */
const version = 'v1.33.0';
const versions =
  /^(?:v1|apps\/v1|batch\/v1|autoscaling\/v[12]|policy\/v1|networking\.k8s\.io\/v1|rbac\.authorization\.k8s\.io\/v1|storage\.k8s\.io\/v1|scheduling\.k8s\.io\/v1|node\.k8s\.io\/v1|discovery\.k8s\.io\/v1|events\.k8s\.io\/v1|coordination\.k8s\.io\/v1|certificates\.k8s\.io\/v1|authentication\.k8s\.io\/v1|authorization\.k8s\.io\/v1|apiextensions\.k8s\.io\/v1|apiregistration\.k8s\.io\/v1|admissionregistration\.k8s\.io\/v1)(?:\/\w+)?$/;
// https://kubernetes.io/docs/reference/using-api/deprecation-guide/
const gone =
  /^(?:extensions\/|(?:apps|batch|policy|networking\.k8s\.io|rbac\.authorization\.k8s\.io|autoscaling|apiextensions\.k8s\.io)\/v\d+(?:alpha|beta)\d+)/;

const capabilities = dict([
  [
    'KubeVersion',
    dict([
      ['Version', string(version)],
      ['GitVersion', string(version)],
      ['Major', string('1')],
      ['Minor', string('33')],
    ]),
  ],
  ['HelmVersion', dict([['Version', string('v3.19.0')]])],
  [
    'APIVersions',
    {
      type: 'host',
      method: (name, [asked]) => {
        const api = asked?.type === 'string' ? plain(asked) : undefined;
        if (name !== 'Has' || typeof api !== 'string') return undefined;
        if (versions.test(api)) return bool(true);
        return gone.test(api)
          ? bool(false)
          : unknown({ code: 'not-evaluated', subject: api, settledBy: 'whether the cluster has this API' });
      },
    } satisfies Host,
  ],
]);

const longestFile = 1_000_000;

/** The files of a chart that are no templates: https://helm.sh/docs/chart_template_guide/accessing_files/ */
function filesIn({ folder, file }: Chart, context: DialectContext): Host {
  const textAt = (path: string): Data => {
    const inTree = beside(folder, path);
    const isThere = !path.includes('..') && inTree !== file && context.files.list().includes(inTree);
    const text = isThere ? context.text(inTree) : undefined;
    return string((text ?? '').slice(0, longestFile), isThere ? [fileStart(inTree)] : []);
  };
  const matching = (pattern: string): [string, Data][] =>
    context.files.list().flatMap((path): [string, Data][] => {
      const name = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
      if (name === undefined || /^(?:templates|charts)\//.test(name) || pattern.length > 200) return [];
      return minimatch(name, pattern, { dot: true }) ? [[name, textAt(name)]] : [];
    });
  const wordOf = (arg: Data | undefined): string => (arg?.type === 'string' ? known(arg) : '');
  return {
    type: 'host',
    method: (name, [arg]) => {
      if (name === 'Get' || name === 'GetBytes') return textAt(wordOf(arg));
      if (name === 'Lines')
        return list(
          wordOf(textAt(wordOf(arg)))
            .split('\n')
            .map((line) => string(line)),
        );
      if (name === 'AsConfig' || name === 'AsSecrets') return asFiles(dict(matching('**')), name);
      if (name !== 'Glob') return undefined;
      const found = dict(matching(wordOf(arg)));
      return {
        ...found,
        method: (how) => (how === 'AsConfig' || how === 'AsSecrets' ? asFiles(found, how) : undefined),
      };
    },
  };
}

function asFiles(files: Dict, name: string): Data {
  const all = [...files.entries].map(([path, text]): [string, Data] => [
    path.split('/').at(-1)!,
    name === 'AsConfig' || text.type !== 'string'
      ? text
      : string(Buffer.from(known(text)).toString('base64'), text.pieces[0]?.via ?? []),
  ]);
  return textOf(written(dict(all), { steps: stepsOfTemplate, depth: 0 }).pieces);
}
