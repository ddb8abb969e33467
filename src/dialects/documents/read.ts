import type { OutsideService } from '../../model/kinds/outside-services.ts';
import { policies } from '../../criteria/policies.ts';
import { fileStart, type FilePlace, type Span } from '../../model/place.ts';
import { parseMarkdown } from '../../parse/markdown/parse.ts';
import type { MarkdownTree } from '../../parse/markdown/tree.ts';
import { program, type Comment, type DialectContext, type DialectOutput, type Resource } from '../dialect.ts';
import { speaksToLinters } from '../linter-comments.ts';
import { identify, severalIn, stemOf } from './identify.ts';
import { isHistory, metadataOf } from './metadata.ts';
import type { PolicyDocument } from './model.ts';
import { saidBeside, type Beside } from './index-files.ts';
import { outsideNames } from './outside-names.ts';
import { reportIn } from './post-mortem.ts';
import { looksLikePolicy } from './recognise.ts';
import { tablesOf } from './data-tables.ts';
import { data, recordIn, type RecordDocument } from './records.ts';

// No policy is longer: what is, is data or an export.
const longest = 1024 * 1024;

/** One resource for each policy and record, and one for all of them together, which is there where there is none, too. */
export function read(paths: readonly string[], context: DialectContext): DialectOutput {
  const outputs = paths.map((path) => context.once(path, (own) => readOne(path, own)));
  const resources = outputs.flatMap((output) => output.resources);
  const all = fileStart('');
  // They are looked for only where there is a register to hold against them.
  const vendors = resources.some(
    ({ type, model }) => type === 'record' && (model as RecordDocument).record === 'vendor-register',
  );
  const outside = vendors ? context.once('outside names', outsideNames) : [];
  return {
    resources: [
      ...resources,
      resourceOf('policies', 'the policies', undefined, all, all, 'system'),
      ...(vendors ? [resourceOf('outside-names', 'services of others', outside, all, all, 'system')] : []),
    ],
    comments: outputs.flatMap((output) => output.comments),
    unresolved: [],
  };
}

/** A document is a program of its own: nothing in it refers to another one. */
function resourceOf(
  type: string,
  name: string,
  model: PolicyDocument | RecordDocument | readonly OutsideService[] | undefined,
  at: FilePlace,
  block: FilePlace,
  role: Resource['role'],
): Resource {
  const own: Resource[] = [];
  const resource: Resource = {
    dialect: 'documents',
    type,
    name,
    body: { type: 'object', entries: new Map(), complete: true, at, via: [] },
    model,
    at,
    block,
    calls: [],
    role,
    program: program('documents', at.file, own),
  };
  own.push(resource);
  return resource;
}

function readOne(path: string, context: DialectContext): DialectOutput {
  const nothing: DialectOutput = { resources: [], comments: [], unresolved: [] };
  const text = context.text(path);
  if (text === undefined) return nothing;
  if (text.length > longest) {
    context.problem({
      kind: 'too-large',
      message: `is longer than ${longest} characters, which no policy is; exclude it if it is data`,
      location: { file: path, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    });
    return nothing;
  }
  const record = recordIn(path);
  const role = context.roleOf(path);
  if (record && data.test(path)) {
    const { tables, problems } = tablesOf(path, text);
    for (const { message, span, kind } of problems)
      context.problem({ kind, message, location: { file: path, ...span } });
    const block = {
      file: path,
      span: { startLine: 1, startColumn: 1, endLine: text.split('\n').length, endColumn: 1 },
    };
    return {
      ...nothing,
      resources: [resourceOf('record', path, { path, record, tables }, fileStart(path), block, role)],
    };
  }
  if (!record && !looksLikePolicy(path, text, context.isDocument(path))) return nothing;
  const { tree, problems, comments: written } = parseMarkdown(text);
  for (const { message, span } of problems)
    context.problem({ kind: 'parse', message, location: { file: path, ...span }, notice: true });
  const comments: Comment[] = written
    .filter(({ text: said }) => speaksToLinters(said))
    .map(({ text: said, span, covers }) => ({
      text: said,
      at: { file: path, span },
      covers: { file: path, span: covers() },
    }));
  const whole = { file: path, span: wholeOf(tree) };
  if (record) {
    const { lastReviewed } = metadataOf(tree, path).stated;
    const reviewed = lastReviewed && { text: lastReviewed.text, span: lastReviewed.at.span };
    const report = record === 'post-mortem' ? reportIn(tree, path) : undefined;
    if (record === 'post-mortem' && !report) return nothing;
    const model = { path, record, tables: report ? [report] : tree.tables, ...(reviewed && { reviewed }) };
    return { ...nothing, comments, resources: [resourceOf('record', path, model, fileStart(path), whole, role)] };
  }
  const document = documentOf(path, tree, text, saidBeside(path, tree, context));
  // In quotation marks, as these are words of the repository.
  const title = `"${document.title}"`;
  return {
    ...nothing,
    comments,
    resources: [resourceOf('policy', title, document, titlePlace(document), whole, role)],
  };
}

function documentOf(path: string, tree: MarkdownTree, source: string, beside: readonly Beside[]): PolicyDocument {
  const metadata = metadataOf(tree, path, beside);
  const stem = stemOf(path);
  const heading = titleHeading(tree)?.text;
  const title = metadata.stated.title?.text ?? heading;
  const several = title === undefined ? [] : severalIn(title);
  const identity = identify({ stem, title, criteria: metadata.criteria.map(({ text }) => text) });
  return {
    path,
    title: title ?? (identity ? policies[identity.policy].title : stem),
    also: several.filter((policy) => policy !== identity?.policy),
    confidence: identity && several.includes(identity.policy) ? 'certain' : (identity?.confidence ?? 'likely'),
    metadata,
    tree,
    lines: source.replace(/^\uFEFF/, '').split(/\r?\n/),
    text: textOf(tree),
    headings: headingsOf(tree),
    ...(identity && { policy: identity.policy }),
    ...(tree.frontMatter?.unread !== undefined && { unread: tree.frontMatter.unread }),
  };
}

// First headings that open a section and are no title.
const section =
  /^(?:\W*(?:template )?coming soon\W*|purpose(?: and scope)?|scope|overview|introduction|background|policy|appendices)\s*$/i;

/** Where its title stands: in front matter, as its first heading, or at the beginning. */
function titlePlace({ path, metadata, tree }: PolicyDocument): FilePlace {
  if (metadata.stated.title?.at.file === path) return metadata.stated.title.at;
  const heading = titleHeading(tree);
  return heading ? { file: path, span: heading.span } : fileStart(path);
}

const titleHeading = (tree: MarkdownTree) =>
  tree.headings.find(({ level, text }) => level === 1 && !section.test(text));

/** In the order of the text: a heading is no less said than a sentence. */
function textOf(tree: MarkdownTree): string {
  const title = titleHeading(tree);
  // "Yearly review, approved by" in a table of versions says nothing of what the policy is about.
  const history = new Set(tree.tables.filter(isHistory).flatMap(({ span }) => linesIn(span)));
  const said = [...tree.headings.filter((heading) => heading !== title), ...tree.blocks];
  return said
    .filter(
      ({ span, text }) => !history.has(span.startLine) && !/\b(?:version|revision|document) history\b/i.test(text),
    )
    .sort((a, b) => a.span.startLine - b.span.startLine)
    .map(({ text }) => text.toLowerCase().replace(/[’‘]/g, "'"))
    .join('\n');
}

const headingsOf = (tree: MarkdownTree): string[] => {
  const title = titleHeading(tree);
  return tree.headings
    .filter((heading) => heading !== title)
    .map(({ text }) => text.toLowerCase().replace(/[’‘]/g, "'"));
};

const linesIn = ({ startLine, endLine }: Span): number[] =>
  Array.from({ length: endLine - startLine + 1 }, (_, i) => startLine + i);

const wholeOf = (tree: MarkdownTree) => ({ ...tree.span, startLine: 1, startColumn: 1 });
