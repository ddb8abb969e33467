import type { FilePlace } from '../../model/place.ts';
import { isFilePlace } from '../../model/place.ts';
import { locationOf } from '../../model/report.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import { parseJson } from '../../parse/json/parse.ts';
import { child, itemsOf, textOf } from '../../parse/look.ts';
import { blockAt } from '../../parse/yaml/comments.ts';
import { parseYaml, type YamlDocument } from '../../parse/yaml/parse.ts';
import {
  program,
  type Comment,
  type DialectContext,
  type DialectOutput,
  type Program,
  type Resource,
  type Unresolved,
} from '../dialect.ts';
import { speaksToLinters } from '../linter-comments.ts';
import { valueOf } from '../tree-value.ts';

/** The groups of Kubernetes itself: https://kubernetes.io/docs/reference/kubernetes-api/ . OpenShift's deployments make pods as well. Other groups are other people's kinds. */
const own =
  /^(?:v\d|(?:apps|batch|extensions|policy|autoscaling|networking\.k8s\.io|rbac\.authorization\.k8s\.io|admissionregistration\.k8s\.io|storage\.k8s\.io|apps\.openshift\.io)\/v\d)/;

/** One resource an object. Objects in one folder are applied together. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const comments: Comment[] = [];
  const resources: Resource[] = [];
  const unresolved: Unresolved[] = [];
  const programs = new Map<string, { program: Program; resources: Resource[] }>();
  const charts = chartsOf(context);
  const patches = patchesOf(context);
  const told = new Set<string>();
  for (const path of paths) {
    // A patch says what is changed of an object that stands elsewhere: by itself it is none.
    if (patches.has(path)) continue;
    const chart = charts.find((folder) => path.startsWith(folder === '' ? 'templates/' : `${folder}/templates/`));
    if (chart !== undefined) {
      if (!told.has(chart)) unresolved.push(unrendered(chart, path));
      told.add(chart);
      continue;
    }
    const text = context.text(path);
    if (text === undefined) continue;
    const { documents, problems, comments: found } = parsed(path, text);
    // Files with gaps for another tool to fill in are not YAML yet.
    if (problems.length > 0 && /\{\{/.test(text)) {
      unresolved.push(unrendered(path, path));
      continue;
    }
    for (const { message, span, kind } of problems)
      context.problem({ kind, message, location: locationOf({ file: path, span }) });
    const folder = path.replace(/\/?[^/]*$/, '');
    const together = programs.get(folder) ?? newProgram(folder);
    programs.set(folder, together);
    const here = documents.flatMap(({ root }) => objectsIn(valueOf(root, path), 0));
    for (const object of here) {
      const resource = resourceOf(object, path, context, together.program);
      if (!resource) continue;
      together.resources.push(resource);
      resources.push(resource);
      comments.push(...skipsOf(object, resource.block));
    }
    for (const comment of found)
      if (speaksToLinters(comment.text))
        comments.push({
          text: comment.text,
          at: { file: path, span: comment.span },
          covers: { file: path, span: blockAt(documents, comment) },
        });
  }
  return { resources, comments, unresolved };
}

function newProgram(folder: string) {
  const resources: Resource[] = [];
  return { program: program('kubernetes', folder, resources), resources };
}

function parsed(path: string, text: string) {
  if (!path.endsWith('.json')) {
    const { tree, problems, comments } = parseYaml(text);
    return { documents: tree, problems, comments };
  }
  const { tree, problems, comments } = parseJson(text);
  const documents: readonly YamlDocument[] = tree ? [{ root: tree, span: tree.span }] : [];
  return { documents, problems, comments };
}

/** Objects, those in lists too: https://kubernetes.io/docs/reference/using-api/api-concepts/#collections */
function objectsIn(value: Value, depth: number): ObjectValue[] {
  if (value.type !== 'object' || depth > 3) return [];
  const items = value.entries.get('items');
  const kind = textAt(value, 'kind');
  if (kind?.endsWith('List') && items?.type === 'list')
    return items.items.flatMap((item) => objectsIn(item, depth + 1));
  return kind !== undefined && textAt(value, 'apiVersion') !== undefined ? [value] : [];
}

function resourceOf(body: ObjectValue, path: string, context: DialectContext, together: Program): Resource | undefined {
  const [kind, version] = [textAt(body, 'kind')!, textAt(body, 'apiVersion')!];
  if (!own.test(version) || !isFilePlace(body.at)) return undefined;
  const metadata = body.entries.get('metadata');
  const [name, namespace] =
    metadata?.type === 'object'
      ? [textAt(metadata, 'name') ?? textAt(metadata, 'generateName'), textAt(metadata, 'namespace')]
      : [];
  const { span } = body.at;
  return {
    dialect: 'kubernetes',
    type: kind,
    name: [kind, namespace, name ?? 'without a name'].filter(Boolean).join('/'),
    body,
    model: undefined,
    at: { file: path, span: { ...span, endLine: span.startLine, endColumn: span.startColumn + 1 } },
    block: body.at,
    calls: [],
    role: context.roleOf(path),
    program: together,
  };
}

function textAt(value: ObjectValue, key: string): string | undefined {
  const found = value.entries.get(key);
  return found?.type === 'string' ? found.value : undefined;
}

/** What Checkov is told to skip by annotations: `checkov.io/skip1: CKV_K8S_20=reason` */
function skipsOf(body: ObjectValue, covers: FilePlace): Comment[] {
  const metadata = body.entries.get('metadata');
  const annotations = metadata?.type === 'object' ? metadata.entries.get('annotations') : undefined;
  if (annotations?.type !== 'object') return [];
  return [...annotations.entries].flatMap(([key, value]): Comment[] => {
    const [, id, reason = ''] = (value.type === 'string' && /^([\w,]+)=?(.*)$/s.exec(value.value)) || [];
    if (!key.startsWith('checkov.io/skip') || id === undefined || !isFilePlace(value.at)) return [];
    return [{ text: `checkov:skip=${id}: ${reason}`, at: value.at, covers }];
  });
}

const chartsOf = (context: DialectContext): string[] =>
  context.files
    .list()
    .filter((path) => /(?:^|\/)Chart\.ya?ml$/.test(path))
    .map((path) => path.replace(/\/?Chart\.ya?ml$/, ''))
    .sort((a, b) => b.length - a.length);

const unrendered = (name: string, path: string): Unresolved => ({
  name: name === '' ? 'the chart' : name,
  at: { file: path, span: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } },
  reason: { code: 'not-rendered', subject: name === '' ? 'the chart' : name, settledBy: 'the manifests that it makes' },
});

/** Files that a kustomization names as patches. */
function patchesOf(context: DialectContext): Set<string> {
  const patches = new Set<string>();
  for (const path of context.files.list()) {
    if (!/(?:^|\/)kustomization\.ya?ml$|(?:^|\/)Kustomization$/.test(path)) continue;
    const text = context.text(path);
    const root = text === undefined ? undefined : parseYaml(text).tree[0]?.root;
    const folder = path.replace(/\/?[^/]*$/, '');
    const named = [
      ...itemsOf(child(root, 'patchesStrategicMerge')).map(textOf),
      ...['patches', 'patchesJson6902'].flatMap((key) =>
        itemsOf(child(root, key)).map((item) => textOf(child(item, 'path'))),
      ),
    ];
    for (const name of named) if (name !== undefined && !name.includes('\n')) patches.add(joined(folder, name));
  }
  return patches;
}

function joined(folder: string, path: string): string {
  const parts = folder === '' ? [] : folder.split('/');
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
