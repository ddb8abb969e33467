import * as yaml from 'js-yaml';
import type { Span } from '../../model/place.ts';
import { linesOf, type Lines } from '../lines.ts';
import type { Parsed, SourceComment, SyntaxProblem } from '../parsed.ts';
import type { MappingNode, Node, ScalarNode, SequenceNode } from '../tree.ts';
import { commentsOf } from './comments.ts';
import { coreValue } from './scalars.ts';

/** One document of a stream; an empty one has no root. */
export interface YamlDocument {
  root: Node | undefined;
  span: Span;
}

/**
 * Parses a YAML stream. Never throws: a document that can't be read costs itself and is one problem, where the separator
 * shows where the next one begins. Nodes behind an alias are shared, so a consumer has to bound its walk.
 */
export function parseYaml(text: string): Parsed<readonly YamlDocument[]> {
  const lines = linesOf(text);
  const problems: SyntaxProblem[] = [];
  const comments: SourceComment[] = [];
  const documents: YamlDocument[] = [];
  const read = (start: number, end: number, last: boolean): boolean => {
    const part = start === 0 && end === text.length ? text : text.slice(start, end);
    try {
      const built = build(part, eventsOf(part), start, lines, problems);
      documents.push(...built.documents);
      comments.push(...commentsOf(part, built.scalars, start, lines));
      return true;
    } catch (error) {
      if (!last) return false;
      problems.push(problemOf(error, start, end, lines));
      return true;
    }
  };
  if (!read(0, text.length, false)) {
    for (const [start, end] of separated(text)) read(start, end, true);
  }
  return { tree: documents, comments, problems };
}

/**
 * Lines inside of brackets may be indented less than what they belong to: the parser refuses that, and what runs such files
 * (GitHub, kubectl) takes it. Joining the lines changes no offset.
 */
function eventsOf(text: string): yaml.Event[] {
  let joined = text;
  for (let tries = 0; ; tries++) {
    try {
      return yaml.parseEvents(joined, {});
    } catch (error) {
      const { reason, mark } = error as { reason?: string; mark?: { position: number } };
      const lineEnd = reason === 'deficient indentation' && mark ? joined.lastIndexOf('\n', mark.position - 1) : -1;
      if (tries > 100 || tries * text.length > 10_000_000 || lineEnd < 0) throw error;
      const lineStart = joined.lastIndexOf('\n', lineEnd - 1) + 1;
      const line = joined.slice(lineStart, lineEnd).replace(/\s#[^'"]*$/, (comment) => ' '.repeat(comment.length));
      joined = `${joined.slice(0, lineStart)}${line} ${joined.slice(lineEnd + 1)}`;
    }
  }
}

/** Where the documents of a stream lie, by their separators alone. */
function separated(text: string): [number, number][] {
  const starts = [0, ...[...text.matchAll(/^---(?=\s|$)/gm)].map((match) => match.index).filter((index) => index > 0)];
  return starts
    .map((start, i): [number, number] => [start, starts[i + 1] ?? text.length])
    .filter(([start, end]) => text.slice(start, end).trim() !== '');
}

function problemOf(error: unknown, start: number, end: number, lines: Lines): SyntaxProblem {
  const { reason = '', mark } = error as { reason?: string; mark?: { position?: number } };
  const at = Math.min(end, start + (mark?.position ?? 0));
  const text = reason || (error instanceof Error ? error.message : String(error));
  const kind = /depth|nest/i.test(text) ? ('too-deep' as const) : ('parse' as const);
  return { message: `expected YAML: ${text.split('\n')[0]}`, span: lines.span(at, at), kind };
}

/** How many nodes aliases may stand for in one document: nine lines can stand for billions. */
const mostAliased = 100_000;

interface Building {
  start: number;
  end: number;
  /** How many nodes it comes to so far, with those behind aliases. */
  size: number;
  anchor?: string;
  tag?: string;
  flow: boolean;
}
type Open = Building &
  (
    | {
        type: 'mapping';
        key?: Node;
        entries: { key: ScalarNode; value: Node }[];
        lines: Map<string, number>;
        merges: Node[];
      }
    | { type: 'sequence'; items: Node[] }
  );

function build(text: string, events: readonly yaml.Event[], base: number, lines: Lines, problems: SyntaxProblem[]) {
  const documents: YamlDocument[] = [];
  const scalars: [number, number][] = [];
  const anchors = new Map<string, { node: Node; size: number }>();
  const open = new Set<string>();
  let aliased = 0;
  const stack: Open[] = [];
  let root: Node | undefined;
  let end = 0;
  let begin = 0;
  let inDocument = false;

  const place = (node: Node, size: number): void => {
    const parent = stack.at(-1);
    if (parent) parent.size += size;
    if (!parent) root = node;
    else if (parent.type === 'sequence') parent.items.push(node);
    else if (parent.key === undefined) parent.key = node;
    else {
      addEntry(parent, parent.key, node, problems);
      delete parent.key;
    }
  };
  const meta = (event: { anchorStart: number; anchorEnd: number; tagStart: number; tagEnd: number }) => ({
    ...(event.anchorStart >= 0 && { anchor: text.slice(event.anchorStart, event.anchorEnd) }),
    ...(event.tagStart >= 0 && { tag: text.slice(event.tagStart, event.tagEnd) }),
  });
  const finish = (open: Open): Node => {
    if (open.flow) {
      const close = text.slice(end).search(open.type === 'mapping' ? /\}/ : /\]/);
      if (close >= 0) end += close + 1;
    }
    const span = lines.span(base + open.start, base + Math.max(end, open.start));
    const tag = open.tag === undefined ? {} : { tag: open.tag };
    if (open.type === 'sequence') return { type: 'sequence', items: open.items, span, ...tag } satisfies SequenceNode;
    return { type: 'mapping', entries: merged(open.entries, open.merges), span, ...tag } satisfies MappingNode;
  };
  const closeDocument = (): void => {
    if (inDocument) documents.push({ root, span: lines.span(base + begin, base + end) });
    root = undefined;
    anchors.clear();
    open.clear();
    aliased = 0;
  };
  /** What an alias stands for; nothing where that is unknown or too much. An alias inside of its anchor would be a cycle. */
  const behind = (name: string, span: Span): { node: Node; size: number } => {
    const nothing = { node: { type: 'scalar', value: null, text: '', style: 'plain', span } satisfies Node, size: 1 };
    const found = anchors.get(name);
    if (!found) {
      if (!open.has(name))
        problems.push({ message: `expected an anchor &${name} before *${name}`, span, kind: 'parse' });
      return nothing;
    }
    const before = aliased;
    aliased += found.size;
    if (aliased <= mostAliased) return found;
    if (before <= mostAliased)
      problems.push({ message: `expected aliases for fewer than ${mostAliased} nodes`, span, kind: 'too-deep' });
    return nothing;
  };

  for (const event of events) {
    if (event.type === yaml.EVENT_ID.DOCUMENT) {
      // The end of a document is told like that of a collection.
      inDocument = true;
      begin = end;
      stack.length = 0;
    } else if (event.type === yaml.EVENT_ID.MAPPING || event.type === yaml.EVENT_ID.SEQUENCE) {
      const flow = event.style === yaml.COLLECTION_STYLE.FLOW;
      const common = { start: event.start, end: event.start, size: 1, flow, ...meta(event) };
      if (common.anchor !== undefined) {
        anchors.delete(common.anchor);
        open.add(common.anchor);
      }
      end = Math.max(end, event.start + (flow ? 1 : 0));
      stack.push(
        event.type === yaml.EVENT_ID.MAPPING
          ? { ...common, type: 'mapping', entries: [], lines: new Map(), merges: [] }
          : { ...common, type: 'sequence', items: [] },
      );
    } else if (event.type === yaml.EVENT_ID.POP) {
      const closed = stack.pop();
      if (!closed) {
        closeDocument();
        inDocument = false;
        continue;
      }
      const node = finish(closed);
      if (closed.anchor !== undefined) {
        anchors.set(closed.anchor, { node, size: closed.size });
        open.delete(closed.anchor);
      }
      place(node, closed.size);
    } else if (event.type === yaml.EVENT_ID.ALIAS) {
      const name = text.slice(event.anchorStart, event.anchorEnd);
      end = event.anchorEnd;
      const { node, size } = behind(name, lines.span(base + event.anchorStart, base + event.anchorEnd));
      place(node, size);
    } else if (event.type === yaml.EVENT_ID.SCALAR) {
      const node = scalarOf(text, event, base, lines);
      const tag = event.tagStart >= 0 ? { tag: text.slice(event.tagStart, event.tagEnd) } : {};
      const quote = node.style === 'single' || node.style === 'double' ? 1 : 0;
      end = Math.max(end, event.valueEnd + quote);
      if (event.valueStart >= 0) scalars.push([event.valueStart - quote, event.valueEnd + quote]);
      const whole = { ...node, ...tag };
      if (event.anchorStart >= 0) anchors.set(text.slice(event.anchorStart, event.anchorEnd), { node: whole, size: 1 });
      place(whole, 1);
    }
  }
  return { documents, scalars };
}

function scalarOf(text: string, event: yaml.ScalarEvent, base: number, lines: Lines): ScalarNode {
  const style = styleOf(event.style);
  const value = event.valueStart < 0 ? '' : yaml.getScalarValue(text, event);
  const quote = style === 'single' || style === 'double' ? 1 : 0;
  const start = Math.max(0, event.valueStart - quote);
  const span = lines.span(base + start, base + Math.max(start, event.valueEnd + quote));
  const tag = event.tagStart >= 0 ? text.slice(event.tagStart, event.tagEnd) : '';
  const plain = style === 'plain' && !/^!!?str$|^!$/.test(tag);
  return {
    type: 'scalar',
    value: plain ? coreValue(value) : value,
    text: value,
    style,
    span,
    ...((style === 'literal' || style === 'folded') && { lineStarts: lineStarts(text, event, base, lines) }),
  };
}

function styleOf(style: number): ScalarNode['style'] {
  if (style === yaml.SCALAR_STYLE.SINGLE_QUOTED) return 'single';
  if (style === yaml.SCALAR_STYLE.DOUBLE_QUOTED) return 'double';
  if (style === yaml.SCALAR_STYLE.LITERAL_BLOCK) return 'literal';
  if (style === yaml.SCALAR_STYLE.FOLDED_BLOCK) return 'folded';
  return 'plain';
}

/** Where the text of each line of a block scalar starts, behind its indentation. */
function lineStarts(text: string, event: yaml.ScalarEvent, base: number, lines: Lines) {
  const raw = text.slice(event.valueStart, event.valueEnd).split('\n');
  let offset = event.valueStart;
  return raw.map((line) => {
    const { line: number, column } = lines.position(base + offset);
    offset += line.length + 1;
    return { line: number, column: column + (line.trim() === '' ? 0 : Math.max(0, event.indent)) };
  });
}

/** Keys that aren't scalars have no name that anything here could ask for: they are left out. */
function addEntry(open: Extract<Open, { type: 'mapping' }>, key: Node, value: Node, problems: SyntaxProblem[]): void {
  if (key.type !== 'scalar') return;
  if (key.style === 'plain' && key.text === '<<') {
    open.merges.push(value);
    return;
  }
  const former = open.lines.get(key.text);
  if (former === undefined) open.lines.set(key.text, key.span.startLine);
  else
    problems.push({
      message: `expected each key once: "${key.text}" stands on line ${former} already`,
      span: key.span,
      kind: 'parse',
    });
  open.entries.push({ key, value });
}

/** Merge keys: what is written here outweighs what is merged, and the first merged mapping outweighs later ones. */
function merged(entries: MappingNode['entries'], merges: readonly Node[]): MappingNode['entries'] {
  const sources = merges
    .flatMap((node) => (node.type === 'sequence' ? node.items : [node]))
    .filter((node) => node.type === 'mapping');
  if (sources.length === 0) return entries;
  const names = new Set(entries.map(({ key }) => key.text));
  const added = sources.flatMap((source) =>
    source.entries.filter(({ key }) => {
      if (names.has(key.text)) return false;
      names.add(key.text);
      return true;
    }),
  );
  return [...added, ...entries];
}
