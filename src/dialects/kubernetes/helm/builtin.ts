import { minimatch } from 'minimatch';
import { fileStart } from '../../../model/place.ts';
import { isSimple, type ChartFiles } from './chart-files.ts';
import { beside } from '../manifest.ts';
import { inChart, stepsOfTemplate, type Chart, type Given, type Instance } from './chart-model.ts';
import {
  bool,
  dict,
  known,
  list,
  plain,
  string,
  textOf,
  unknown,
  whole,
  type Data,
  type Dict,
  type Host,
} from './data.ts';
import type { TemplateFile } from './evaluate.ts';
import { written } from './yaml.ts';

interface Around {
  file: TemplateFile;
  files: ChartFiles;
  release: Dict;
}

/** What a template sees as `.`: https://helm.sh/docs/chart_template_guide/builtin_objects/ */
export function topOf(instance: Instance, isRoot: boolean, around: Around): Dict {
  const { file, files, release } = around;
  const { chart, path, values, children } = instance;
  return dict([
    ['Values', values],
    ['Chart', chartData(chart, isRoot)],
    ['Release', release],
    ['Capabilities', capabilities],
    ['Files', filesIn(chart, files)],
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
export function releaseOf(given: Given | undefined): Dict {
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

const isOfHelm =
  /^(?:(?:templates|charts|crds)\/|(?:Chart\.ya?ml|Chart\.lock|values\.yaml|values\.schema\.json|requirements\.(?:yaml|lock)|\.helmignore)$)/;

/** The files of a chart that are no templates: https://helm.sh/docs/chart_template_guide/accessing_files/ */
function filesIn({ folder, file, ignored }: Chart, files: ChartFiles): Host {
  const textAt = (path: string): Data => {
    const inTree = beside(folder, path);
    const isThere = !path.includes('..') && inTree !== file && files.list.includes(inTree);
    const text = isThere ? files.text(inTree) : undefined;
    return string((text ?? '').slice(0, longestFile), isThere ? [fileStart(inTree)] : []);
  };
  const matching = (pattern: string): [string, Data][] =>
    files.list.flatMap((path): [string, Data][] => {
      const name = folder === '' ? path : path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
      if (name === undefined || isOfHelm.test(name) || ignored(name) || !isSimple(pattern)) return [];
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
