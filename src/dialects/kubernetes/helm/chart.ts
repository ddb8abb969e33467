import { fileStart } from '../../../model/place.ts';
import { linesOf } from '../../../parse/lines.ts';
import { saysTwice } from '../../../parse/parsed.ts';
import { parseYaml } from '../../../parse/yaml/parse.ts';
import { Stop, type Budget } from '../../terraform/budget.ts';
import type { DialectContext, Unresolved } from '../../dialect.ts';
import {
  at,
  nameIn,
  problemOf,
  stepsOfTemplate,
  type Chart,
  type Given,
  type Instance,
  type Output,
} from './chart-model.ts';
import { chartFiles, ignoredBy, type ChartFiles } from './chart-files.ts';
import { copied, dict, type Dict } from './data.ts';
import { instanceIn, laid, type Taking } from './dependencies.ts';
import type { TemplateFile } from './evaluate.ts';
import { renderAll } from './render.ts';
import { dataOf } from './yaml.ts';

const mostInstances = 200;

export interface Charts {
  /** Every folder with a chart. */
  folders: readonly string[];
  /** The charts that no other one takes in. */
  roots(): readonly string[];
  /** What a chart comes to with its own values, or with others laid over them. */
  render(folder: string, given?: Given): readonly Output[];
  /** The packed chart that a file comes from. */
  archiveOf(path: string): string | undefined;
  /** Whether a file is a chart's own: what says what it is, its values and its templates. */
  has(path: string): boolean;
}

export function chartsOf(context: DialectContext, unresolved: (what: Unresolved) => void): Charts {
  const files = chartFiles(context);
  const all = files.list;
  for (const packed of files.unreadable)
    if (!all.includes(packed.replace(/(?:-\d[^/]*)?\.tgz$/, '/Chart.yaml')))
      unresolved(problemOf(packed, packed, 'the chart, unpacked in charts/'));
  const folders = all.flatMap((path) =>
    /(?:^|\/)Chart\.ya?ml$/.test(path) ? [path.slice(0, Math.max(0, path.lastIndexOf('/')))] : [],
  );
  const charts = new Map<string, Chart | undefined>();
  const instances = new Map<string, Instance | undefined>();

  const chartAt = (folder: string): Chart | undefined => {
    if (!charts.has(folder)) charts.set(folder, load(folder, files, folders, unresolved));
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
    archiveOf: files.archiveOf,
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
      return instance ? renderAll(instance, files, unresolved, given) : [];
    },
  };
}

const inside = (instance: Instance | undefined): string[] =>
  [...(instance?.children.values() ?? [])].flatMap((child) => [child.chart.folder, ...inside(child)]);

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
  files: ChartFiles,
  folders: readonly string[],
  unresolved: (what: Unresolved) => void,
): Chart | undefined {
  const { list: all } = files;
  const file = all.find((path) => path === at(folder, 'Chart.yaml')) ?? at(folder, 'Chart.yml');
  const about = yamlFile(file, files, unresolved);
  const name = about && nameIn(about, 'name');
  if (!about || name === undefined) {
    unresolved(problemOf(file, file, 'a Chart.yaml with a name'));
    return undefined;
  }
  // Charts of the first version list them in a file of their own: https://v2.helm.sh/docs/charts/#managing-dependencies-with-requirements-yaml
  const requirements = at(folder, 'requirements.yaml');
  const listed = all.includes(requirements)
    ? yamlFile(requirements, files, unresolved)?.entries.get('dependencies')
    : undefined;
  if (listed && !about.entries.has('dependencies')) about.entries.set('dependencies', listed);
  const inner = folders.filter((other) => other !== folder && (folder === '' || other.startsWith(`${folder}/`)));
  const ignoring = at(folder, '.helmignore');
  const ignored = ignoredBy(all.includes(ignoring) ? (files.text(ignoring) ?? '') : '');
  const start = at(folder, 'templates/');
  const templates = all
    .filter((path) => path.startsWith(start) && !inner.some((other) => path.startsWith(`${other}/`)))
    .filter((path) => !path.endsWith('/NOTES.txt') && !ignored(path.slice(folder === '' ? 0 : folder.length + 1)))
    .flatMap((path): TemplateFile[] => {
      const source = files.text(path);
      return source === undefined ? [] : [{ path, source, lines: linesOf(source) }];
    });
  const valuesFile = at(folder, 'values.yaml');
  const values = all.includes(valuesFile) ? yamlFile(valuesFile, files, unresolved) : undefined;
  return { folder, file, about, name, values: values ?? { ...dict(), from: fileStart(file) }, templates, ignored };
}

export function yamlFile(
  file: string,
  context: Pick<ChartFiles, 'text'>,
  unresolved: (what: Unresolved) => void,
): Dict | undefined {
  const { tree, problems } = parseYaml(context.text(file) ?? '');
  const problem = problems.find((one) => !saysTwice(one));
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
