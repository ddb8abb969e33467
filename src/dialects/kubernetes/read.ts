import type { FilePlace } from '../../model/place.ts';
import { locationOf } from '../../model/report.ts';
import { parseJson } from '../../parse/json/parse.ts';
import { child, entriesOf, entryOf, itemsOf, textOf } from '../../parse/look.ts';
import type { SourceComment, SyntaxProblem } from '../../parse/parsed.ts';
import type { Node } from '../../parse/tree.ts';
import { blockAt } from '../../parse/yaml/comments.ts';
import { parseYaml, type YamlDocument } from '../../parse/yaml/parse.ts';
import {
  program,
  type Comment,
  type DialectContext,
  type DialectOutput,
  type Resource,
  type Unresolved,
} from '../dialect.ts';
import { speaksToLinters } from '../linter-comments.ts';
import { manifestValue } from './value.ts';
import { platformKind } from './kinds.ts';

/** Reads manifests: all of a tree are one program, as what they name may stand in any of them. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const resources: Resource[] = [];
  const comments: Comment[] = [];
  const unresolved: Unresolved[] = [];
  const owner = program('kubernetes', '', resources);
  const charts = chartsOf(context);
  const told = new Set<string>();
  for (const path of paths) {
    const text = context.text(path);
    if (text === undefined) continue;
    const chart = charts.find((folder) => path.startsWith(folder));
    const { documents, problems, comments: found } = treeOf(path, text);
    if (text.includes('{{') && (chart !== undefined || problems.length > 0)) {
      const name = chart === undefined ? path : `${chart}Chart.yaml`;
      if (!told.has(name)) unresolved.push(notRendered(name, path));
      told.add(name);
      continue;
    }
    for (const { message, span, kind } of problems)
      context.problem({ kind, message, location: locationOf({ file: path, span }) });
    for (const comment of found)
      if (speaksToLinters(comment.text))
        comments.push({
          text: comment.text,
          at: { file: path, span: comment.span },
          covers: { file: path, span: blockAt(documents, comment) },
        });
    for (const node of documents.flatMap(({ root }) => objectsIn(root))) {
      const resource = resourceOf(node, path, context);
      if (!resource) continue;
      resources.push({ ...resource, program: owner });
      comments.push(...annotated(node, path));
    }
  }
  return { resources, comments, unresolved };
}

const notRendered = (name: string, file: string): Unresolved => ({
  name,
  reason: {
    code: 'not-rendered',
    subject: name,
    settledBy: 'manifests as they are applied: templates are not filled in here',
  },
  at: { file, span: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } },
});

/** The folders of the templates of Helm charts: https://helm.sh/docs/topics/charts/#the-chart-file-structure */
const chartsOf = (context: DialectContext): readonly string[] =>
  context.files
    .list()
    .filter((path) => /(?:^|\/)Chart\.ya?ml$/.test(path))
    .map((path) => path.slice(0, path.lastIndexOf('/') + 1));

function treeOf(path: string, text: string): Read {
  if (!path.endsWith('.json')) {
    const { tree, problems, comments } = parseYaml(text);
    return { documents: tree, problems, comments };
  }
  const { tree, problems, comments } = parseJson(text);
  return { documents: tree ? [{ root: tree, span: tree.span }] : [], problems, comments };
}

interface Read {
  documents: readonly YamlDocument[];
  problems: readonly SyntaxProblem[];
  comments: readonly SourceComment[];
}

/** The objects of a document: itself, or the items of a list of any kind. */
function objectsIn(root: Node | undefined, depth = 0): readonly Node[] {
  if (root?.type === 'sequence' && depth < 4) return root.items.flatMap((item) => objectsIn(item, depth + 1));
  if (root?.type !== 'mapping') return [];
  const kind = textOf(child(root, 'kind'));
  const items = child(root, 'items');
  if (kind?.endsWith('List') && items?.type === 'sequence' && depth < 4)
    return items.items.flatMap((item) => objectsIn(item, depth + 1));
  return [root];
}

function resourceOf(node: Node, file: string, context: DialectContext): Omit<Resource, 'program'> | undefined {
  const [version, written] = [textOf(child(node, 'apiVersion')), textOf(child(node, 'kind'))];
  const kind = version !== undefined && written !== undefined ? platformKind(version, written) : undefined;
  const body = manifestValue(node, file);
  if (kind === undefined || body.type !== 'object') return undefined;
  const metadata = child(node, 'metadata');
  const name = textOf(child(metadata, 'name')) ?? textOf(child(metadata, 'generateName')) ?? '(unnamed)';
  const namespace = textOf(child(metadata, 'namespace'));
  return {
    dialect: 'kubernetes',
    type: kind,
    name: [kind, ...(namespace ? [namespace] : []), name].join('/'),
    body,
    model: undefined,
    at: headerOf(node, file),
    block: { file, span: node.span },
    calls: [],
    role: context.roleOf(file),
  };
}

/** The line that names the kind. */
function headerOf(node: Node, file: string): FilePlace {
  const entry = entryOf(node, 'kind')!;
  const { startLine, startColumn } = entry.key.span;
  const { endLine, endColumn } = entry.value.span;
  return { file, span: { startLine, startColumn, endLine, endColumn } };
}

/** What other tools are told to pass over by annotations: https://www.checkov.io/7.Scan%20Examples/Kubernetes.html, https://docs.kubelinter.io/#/configuring-kubelinter */
function annotated(node: Node, file: string): Comment[] {
  const covers: FilePlace = { file, span: node.span };
  const pods = ['metadata', 'annotations'];
  const places = [pods, ['spec', 'template', ...pods], ['spec', 'jobTemplate', 'spec', 'template', ...pods]];
  return places.flatMap((path) =>
    entriesOf(child(node, ...path)).flatMap(({ key, value }): Comment[] => {
      const text = waiver(key.text, textOf(itemsOf(value)[0]) ?? '');
      return text === undefined ? [] : [{ text, at: { file, span: key.span }, covers }];
    }),
  );
}

function waiver(key: string, value: string): string | undefined {
  if (/^(?:checkov|bridgecrew)\.io\/skip\d*$/.test(key)) {
    const [id = '', ...reason] = value.split('=');
    return `checkov:skip=${id.trim()}: ${reason.join('=')}`;
  }
  return key.startsWith('ignore-check.kube-linter.io/') ? `${key}: ${value}` : undefined;
}
