import type { StringValue, Value } from '../../model/value.ts';
import type { Place } from '../../model/place.ts';
import { locationOf } from '../../model/report.ts';
import { parseJson } from '../../parse/json/parse.ts';
import { saysTwice, type SourceComment, type SyntaxProblem } from '../../parse/parsed.ts';
import type { Node } from '../../parse/tree.ts';
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
import { yamlComments } from '../linter-comments.ts';
import { built as builtFrom } from './kustomize.ts';
import { beside, type Manifest, type Source } from './manifest.ts';
import { textAt } from './patch.ts';
import { chartsOf, type Charts } from './helm/chart.ts';
import type { Given } from './helm/chart-model.ts';
import { judgedCharts, renderer } from './charts.ts';
import { chartOf } from './kustomize-charts.ts';
import { platformKind } from './kinds.ts';
import { annotated, manifestOf, objectsIn } from './objects.ts';
import { manifestValue } from './value.ts';

/**
 * Reads manifests: all of a tree are one program, as what they name may stand in any of them. What a kustomization takes is
 * judged as it comes out of it, and not by itself: each that no other one takes is a program of its own, and so is a chart.
 */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const comments: Comment[] = [];
  const unresolved: Unresolved[] = [];
  const made: Resource[] = [];
  const listed = (what: Unresolved): void => {
    const same = ({ name, at }: Unresolved): boolean => name === what.name && at.file === what.at.file;
    if (!unresolved.some(same)) unresolved.push(what);
  };
  const files = filesOf(context, comments, unresolved);
  const charts = chartsOf(context, listed);
  const rendered = renderer(charts, comments, listed);

  const whole: Resource[] = [];
  const owner = program('kubernetes', '', whole);
  const plain: Resource[] = [];
  const roots = paths.filter(isKustomization);
  for (const path of roots) files.objects(path);
  const taken: Taken = { files: new Set(), charts: new Set() };
  const source = sourceOf(files, context, taken, { listed, charts, rendered });
  const built = topmost(roots.map(folderOf), source, context).map((folder) => ({
    folder,
    manifests: builtFrom(folder, source),
  }));
  for (const path of paths)
    if (!taken.files.has(path) && !isKustomization(path) && !charts.has(path))
      for (const manifest of files.objects(path)) plain.push(...resourcesOf(manifest, undefined, context, owner));
  for (const { folder, manifests } of built) {
    // What stands beside a kustomization may be in the same cluster; what another one makes is another system.
    const seen: Resource[] = [...plain];
    const own = program('kubernetes', folder, seen);
    // What a kustomization takes serves what that is for.
    const role = context.roleOf(folder);
    const resources = manifests.flatMap((manifest) => resourcesOf(manifest, folder, context, own, role));
    seen.push(...resources);
    made.push(...resources);
  }
  whole.push(...plain, ...made);
  const free = charts
    .roots()
    .filter((folder) => !taken.charts.has(folder))
    .filter((folder) => folder === '' || paths.some((path) => path.startsWith(`${folder}/`)));
  for (const { title, manifests } of judgedCharts(free, context, rendered, listed)) {
    const own: Resource[] = [];
    const chart = program('kubernetes', title, own);
    for (const manifest of manifests) own.push(...resourcesOf(manifest, title, context, chart));
    made.push(...own);
  }
  return { resources: [...plain, ...made], comments, unresolved };
}

interface Taken {
  files: Set<string>;
  charts: Set<string>;
}

interface Parsed {
  /** The objects of a file; none where it is a template. */
  objects(path: string): readonly Manifest[];
  /** What it holds, objects or not. */
  values(path: string): readonly Value[];
}

function filesOf(context: DialectContext, comments: Comment[], unresolved: Unresolved[]): Parsed {
  const roots = new Map<string, readonly Node[]>();
  const objects = new Map<string, readonly Manifest[]>();
  const rootsOf = (path: string): readonly Node[] => {
    let found = roots.get(path);
    if (!found) roots.set(path, (found = parsed(path)));
    return found;
  };
  function parsed(path: string): readonly Node[] {
    const text = context.text(path);
    if (text === undefined) return [];
    const { documents, problems, comments: found } = treeOf(path, text);
    if (text.includes('{{') && problems.length > 0) {
      unresolved.push(notRendered(path));
      return [];
    }
    const lost = linesOfLost(documents);
    for (const problem of problems) {
      const { message, span, kind } = problem;
      const told = { kind, message, location: locationOf({ file: path, span }) };
      // All else in the file was read, and what stands twice is unknown where it differs.
      context.problem(saysTwice(problem) && !lost.has(span.startLine) ? { ...told, notice: true } : told);
    }
    comments.push(...yamlComments(path, documents, found));
    return documents.flatMap(({ root }) => (root ? [root] : []));
  }
  return {
    objects: (path) => {
      let found = objects.get(path);
      if (!found) {
        const nodes = rootsOf(path).flatMap((root) => objectsIn(root));
        comments.push(...nodes.flatMap((node) => annotated(node, path)));
        objects.set(path, (found = nodes.flatMap((node) => manifestOf(node, path) ?? [])));
      }
      return found;
    },
    values: (path) => rootsOf(path).map((root) => manifestValue(root, path)),
  };
}

/** Lines that say a second time what kind of object a document is: then one of two objects is lost. */
function linesOfLost(documents: readonly YamlDocument[]): ReadonlySet<number> {
  const lines = documents.flatMap(({ root }) => {
    const entries = root?.type === 'mapping' ? root.entries : [];
    const kinds = entries.filter(({ key }) => key.text === 'kind');
    return kinds.length < 2 ? [] : entries.map(({ key }) => key.span.startLine);
  });
  return new Set(lines);
}

interface Making {
  listed(what: Unresolved): void;
  charts: Charts;
  rendered(folder: string, given?: Given): readonly Manifest[];
}

function sourceOf(files: Parsed, context: DialectContext, taken: Taken, making: Making): Source {
  const isThere = (path: string): boolean => context.folder(folderOf(path)).includes(path);
  return {
    known: new Map(),
    kustomization: (folder) => {
      const file = context.folder(folder).find(isKustomization);
      const value = file === undefined ? undefined : files.values(file)[0];
      return file !== undefined && value?.type === 'object' ? { file, body: value } : undefined;
    },
    manifests: (file) => {
      if (!/\.(?:ya?ml|json)$/.test(file) || !isThere(file)) return undefined;
      taken.files.add(file);
      return files.objects(file);
    },
    values: (file, text) => {
      if (text !== undefined) return inline(text, file);
      if (!isThere(file)) return undefined;
      taken.files.add(file);
      return files.values(file);
    },
    text: (file) => (isThere(file) ? context.text(file) : undefined),
    chart: (folder, file, index) => {
      const found = chartOf(folder, file, index, context, making);
      if (!found) return undefined;
      taken.charts.add(found.folder);
      return making.rendered(found.folder, found.given);
    },
    unresolved: making.listed,
  };
}

/** A patch that is written in a text of a kustomization: its places are those of the text as a whole. */
const inline = ({ value: text, at }: StringValue, file: string): readonly Value[] =>
  parseYaml(text).tree.flatMap(({ root }) => (root ? [placedAt(manifestValue(root, file), at)] : []));

function placedAt(value: Value, at: Place): Value {
  if (value.type === 'list') return { ...value, at, items: value.items.map((item) => placedAt(item, at)) };
  if (value.type !== 'object') return { ...value, at };
  const { keys: _, ...rest } = value;
  return { ...rest, at, entries: new Map([...value.entries].map(([key, entry]) => [key, placedAt(entry, at)])) };
}

const isKustomization = (path: string): boolean => /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(path);
const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

/** The folders that no other kustomization of the same role takes, and that are no components. */
function topmost(folders: readonly string[], source: Source, context: DialectContext): readonly string[] {
  const used = new Set<string>();
  for (const folder of folders) {
    const body = source.kustomization(folder)?.body;
    for (const key of ['resources', 'bases', 'components']) {
      const list = body?.entries.get(key);
      for (const entry of list?.type === 'list' ? list.items : []) {
        const path = entry.type === 'string' ? beside(folder, entry.value) : folder;
        if (path !== folder && context.roleOf(path) === context.roleOf(folder)) used.add(path);
      }
    }
  }
  return folders.filter((folder) => {
    const body = source.kustomization(folder)?.body;
    return body && !used.has(folder) && textAt(body, 'kind') !== 'Component';
  });
}

const notRendered = (file: string): Unresolved => ({
  name: file,
  reason: {
    code: 'not-rendered',
    subject: file,
    settledBy: 'manifests as they are applied: templates are not filled in here',
  },
  at: { file, span: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } },
});

function treeOf(path: string, text: string): Tree {
  if (!path.endsWith('.json')) {
    const { tree, problems, comments } = parseYaml(text);
    return { documents: tree, problems, comments };
  }
  const { tree, problems, comments } = parseJson(text);
  return { documents: tree ? [{ root: tree, span: tree.span }] : [], problems, comments };
}

interface Tree {
  documents: readonly YamlDocument[];
  problems: readonly SyntaxProblem[];
  comments: readonly SourceComment[];
}

function resourcesOf(
  { body, at, block, kind: written }: Manifest,
  folder: string | undefined,
  context: DialectContext,
  owner: Program,
  role = context.roleOf(block.file),
): readonly Resource[] {
  const kind = platformKind(textAt(body, 'apiVersion') ?? '', written);
  if (kind === undefined) return [];
  const unnamed = folder === undefined ? '(unnamed)' : `(unnamed in ${block.file.split('/').at(-1)})`;
  const name = textAt(body, 'metadata', 'name') ?? textAt(body, 'metadata', 'generateName') ?? unnamed;
  const namespace = textAt(body, 'metadata', 'namespace');
  const address = [kind, ...(namespace ? [namespace] : []), name].join('/');
  return [
    {
      dialect: 'kubernetes',
      type: kind,
      name: folder ? `${address} of ${folder}` : address,
      body,
      model: undefined,
      at,
      block,
      calls: [],
      role,
      program: owner,
    },
  ];
}
