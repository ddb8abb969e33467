import type { FilePlace } from '../../model/place.ts';
import { locationOf } from '../../model/report.ts';
import { parseJson } from '../../parse/json/parse.ts';
import { child, itemsOf, textOf } from '../../parse/look.ts';
import type { Parsed } from '../../parse/parsed.ts';
import type { Node } from '../../parse/tree.ts';
import { parseYaml, type YamlDocument } from '../../parse/yaml/parse.ts';
import {
  program,
  type Comment,
  type DialectContext,
  type DialectOutput,
  type Resource,
  type Unresolved,
} from '../dialect.ts';
import { yamlComments } from '../linter-comments.ts';
import { assetOf, stackOf } from './stack.ts';
import { blockOf, templateOf, type Template } from './template.ts';

/** Reads CloudFormation and SAM: each template that no other one nests is a stack, with all that it nests. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const comments: Comment[] = [];
  const resources: Resource[] = [];
  const unresolved: Unresolved[] = [];
  const read = new Map<string, Template | undefined>();
  const template = (path: string): Template | undefined => {
    if (!read.has(path)) read.set(path, parsed(path, context, comments));
    return read.get(path);
  };
  const beside = (path: string, from: string): string | undefined => resolved(path, from, context);
  for (const path of paths) template(path);
  const nested = new Set<string>();
  for (const path of paths)
    for (const target of nestedBy(read.get(path))) {
      const found = beside(target, path);
      if (found !== undefined && found !== path && context.roleOf(path) === context.roleOf(found)) nested.add(found);
    }
  for (const path of paths) {
    const root = read.get(path);
    if (!root || nested.has(path)) continue;
    const own: Resource[] = [];
    stackOf(root, new Map(), {
      program: program('cloudformation', path, own),
      add: (resource) => void own.push(resource),
      template: (target, from) => {
        const found = beside(target, from);
        return found === undefined ? undefined : template(found);
      },
      unresolved: (what) => void unresolved.push(what),
      role: context.roleOf(path),
    });
    for (const resource of own) resources.push(resource);
  }
  return { resources, comments, unresolved };
}

function parsed(path: string, context: DialectContext, comments: Comment[]): Template | undefined {
  const text = context.text(path);
  if (text === undefined) return undefined;
  const { documents, problems, comments: found } = treeOf(path, text);
  const [first] = documents;
  for (const { message, span, kind } of problems)
    context.problem({ kind, message, location: locationOf({ file: path, span }) });
  comments.push(...yamlComments(path, documents, found));
  const template = templateOf(path, first?.root);
  if (!template) return undefined;
  for (const section of template.resources) comments.push(...skipsOf(path, section));
  return template;
}

function treeOf(path: string, text: string) {
  // JSON is read as such where it is: a template without an extension of its own may be either.
  if (path.endsWith('.json') || text.trimStart().startsWith('{')) {
    const { tree, problems, comments } = parseJson(text);
    const documents: readonly YamlDocument[] = tree ? [{ root: tree, span: tree.span }] : [];
    return { documents, problems, comments };
  }
  const yaml: Parsed<readonly YamlDocument[]> = parseYaml(text);
  return { documents: yaml.tree, problems: yaml.problems, comments: yaml.comments };
}

/**
 * What scanners are told to pass over by a resource's metadata: https://www.checkov.io/7.Scan%20Examples/Cloudformation.html,
 * https://github.com/stelligent/cfn_nag#per-resource-rule-suppression, https://github.com/cdklabs/cdk-nag#suppressing-a-rule,
 * https://github.com/aws-cloudformation/cfn-lint#metadata, https://github.com/aws-cloudformation/aws-guard-rules-registry
 */
function skipsOf(file: string, section: Template['resources'][number]): Comment[] {
  const covers: FilePlace = { file, span: blockOf(section) };
  const metadata = child(section.value, 'Metadata');
  const said = (scanner: string, item: Node, id: string | undefined, reason?: string): Comment[] =>
    id === undefined
      ? []
      : [
          {
            text: `${scanner}:skip=${id}${reason === undefined ? '' : `: ${reason}`}`,
            at: { file, span: item.span },
            covers,
          },
        ];
  const nags = (['cfn_nag', 'cdk_nag'] as const).flatMap((scanner) =>
    itemsOf(child(metadata, scanner, 'rules_to_suppress')).flatMap((item) =>
      said(scanner, item, textOf(child(item, 'id')), textOf(child(item, 'reason'))),
    ),
  );
  const lists = (
    [
      ['cfn-lint', 'config', 'ignore_checks'],
      ['guard', 'SuppressedRules'],
    ] as const
  ).flatMap((path) => itemsOf(child(metadata, ...path)).flatMap((item) => said(path[0], item, textOf(item))));
  const checkov = itemsOf(child(metadata, 'checkov', 'skip')).flatMap((item) =>
    said('checkov', item, textOf(child(item, 'id')), textOf(child(item, 'comment')) ?? ''),
  );
  return [...checkov, ...nags, ...lists];
}

/** The templates that one nests, as it names them. */
const nestedBy = (template: Template | undefined): string[] =>
  (template?.resources ?? []).flatMap(({ value }) => {
    const properties = child(value, 'Properties');
    return assetOf(value) ?? textOf(child(properties, 'TemplateURL')) ?? textOf(child(properties, 'Location')) ?? [];
  });

/** The path of a file that is named from another one; undefined where it isn't in the tree. */
function resolved(path: string, from: string, context: DialectContext): string | undefined {
  if (/^[a-z]\w+:/i.test(path)) return undefined;
  const parts: string[] = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  const [folder, name] = [parts.slice(0, -1).join('/'), parts.join('/')];
  return context.folder(folder).includes(name) ? name : undefined;
}
