import type { UnknownReason } from '../../../model/fact.ts';
import { fileStart, isFilePlace, type FilePlace, type Place, type Span } from '../../../model/place.ts';
import type { ObjectValue, Value } from '../../../model/value.ts';
import type { Node } from '../../../parse/tree.ts';
import { blockAt } from '../../../parse/yaml/comments.ts';
import { saysTwice } from '../../../parse/parsed.ts';
import { parseYaml } from '../../../parse/yaml/parse.ts';
import type { Comment, Unresolved } from '../../dialect.ts';
import { speaksToLinters } from '../../linter-comments.ts';
import type { Manifest } from '../manifest.ts';
import { annotated, manifestOf, objectsIn } from '../objects.ts';
import type { Output } from './chart-model.ts';
import type { Piece, Source } from './data.ts';
import { hasStandIn, standIn, textOfPiece, type Stands } from './tokens.ts';

export interface Rendered {
  manifests: readonly Manifest[];
  comments: readonly Comment[];
  unresolved: readonly Unresolved[];
}

/** The objects that a rendered template states, each value in the place where a template writes it. */
export function manifestsOf({ file, pieces }: Output): Rendered {
  const stands: Stands = [];
  const text = new Joined(pieces, stands);
  const { tree, problems, comments } = parseYaml(text.fixed);
  const placed = (span: Span): Origin => text.origin(span) ?? { at: fileStart(file.path), via: [] };
  const nodes = tree.flatMap(({ root }) => objectsIn(root));
  const unresolved = problems
    .filter((problem) => !saysTwice(problem))
    .slice(0, 1)
    .map(({ message, span }): Unresolved =>
      notRendered(file.path, `YAML once it is rendered: ${message}`, placed(span).at),
    );
  for (const { root } of tree)
    if (root?.type === 'scalar' && hasStandIn(root.text)) {
      const reason = stands[Number(/\d+/.exec(root.text)?.[0])]?.reason;
      if (reason) unresolved.push({ name: file.path, reason, at: placed(root.span).at });
    }
  return {
    manifests: nodes.flatMap((node) => {
      const manifest = manifestOf(node, file.path);
      return manifest && !hasStandIn(manifest.kind) ? [placedManifest(manifest, node, { text, stands, placed })] : [];
    }),
    comments: [
      ...nodes
        .flatMap((node) => annotated(node, file.path))
        .map(({ text: said, at, covers }) => ({
          text: said,
          at: placed(at.span).at,
          covers: text.block(covers.span, placed(at.span).at.file) ?? placed(at.span).at,
        })),
      ...comments
        .filter((comment) => speaksToLinters(comment.text))
        .map((comment) => {
          const { at } = placed(comment.span);
          return { text: comment.text, at, covers: text.block(blockAt(tree, comment), at.file) ?? at };
        }),
    ],
    unresolved: unresolved.slice(0, 1),
  };
}

const notRendered = (name: string, settledBy: string, at: FilePlace): Unresolved => ({
  name,
  reason: { code: 'not-rendered', subject: name, settledBy },
  at,
});

interface Origin {
  at: FilePlace;
  via: readonly FilePlace[];
}
interface Placing {
  text: Joined;
  stands: Stands;
  placed(span: Span): Origin;
}

function placedManifest(manifest: Manifest, node: Node, placing: Placing): Manifest {
  const { at } = placing.placed(manifest.at.span);
  const body = withoutReleaseNamespace(placedValue(manifest.body, placing) as ObjectValue);
  const block = placing.text.block(node.span, at.file) ?? at;
  return { ...manifest, body, at, block, file: at.file };
}

function placedValue(value: Value, placing: Placing): Value {
  const { at, via } = placing.placed((value.at as FilePlace).span);
  switch (value.type) {
    case 'list': {
      const several = value.items.map((item) => severalIn(item, placing));
      const reason = several.find((found) => found !== undefined);
      const items = value.items.filter((_, i) => several[i] === undefined).map((item) => placedValue(item, placing));
      return { ...value, at, via: [], items, complete: !reason, ...(reason && { reason }) };
    }
    case 'object': {
      const entries = new Map<string, Value>();
      const keys = new Map<string, Place>();
      let open: UnknownReason | undefined;
      for (const [key, entry] of value.entries) {
        if (hasStandIn(key)) {
          open ??= reasonIn(key, placing);
          continue;
        }
        entries.set(key, placedValue(entry, placing));
        const place = value.keys?.get(key);
        if (isFilePlace(place)) keys.set(key, placing.placed(place.span).at);
      }
      return { ...value, at, via: [], entries, keys, complete: value.complete && !open, ...(open && { reason: open }) };
    }
    case 'string': {
      if (!hasStandIn(value.value)) return { ...value, at, via };
      const { value: text } = value;
      const first = text.search(standIn);
      const reason = reasonIn(text, placing)!;
      return {
        type: 'unknown',
        reason,
        prefix: text.slice(0, first),
        suffix: text.slice(text.lastIndexOf('\uE001') + 1),
        at,
        via,
      };
    }
    case 'unknown':
      return value.prefix !== undefined && hasStandIn(value.prefix)
        ? { ...value, prefix: value.prefix.slice(0, value.prefix.search(standIn)), at, via }
        : { ...value, at, via };
    default:
      return { ...value, at, via };
  }
}

const standAt = (text: string, { stands }: Placing) => stands[Number(/\uE000(\d+)/.exec(text)?.[1])];
const reasonIn = (text: string, placing: Placing): UnknownReason | undefined => standAt(text, placing)?.reason;

/** Why a list may have more or fewer items: one of them stands for any number. */
function severalIn(item: Value, placing: Placing): UnknownReason | undefined {
  if (item.type !== 'string' || !/^(?:\uE000\d+\uE001\s*)+$/.test(item.value)) return undefined;
  const stand = standAt(item.value, placing);
  return stand?.lines ? stand.reason : undefined;
}

/** The namespace of the release is said where it is applied, as if none were written. */
function withoutReleaseNamespace(body: ObjectValue): ObjectValue {
  const metadata = body.entries.get('metadata');
  const namespace = metadata?.type === 'object' ? metadata.entries.get('namespace') : undefined;
  if (metadata?.type !== 'object' || namespace?.type !== 'unknown' || namespace.reason.subject !== '.Release.Namespace')
    return body;
  if (namespace.prefix || namespace.suffix) return body;
  const entries = new Map([...metadata.entries].filter(([key]) => key !== 'namespace'));
  return { ...body, entries: new Map(body.entries).set('metadata', { ...metadata, entries }) };
}

/** The pieces of a template as one text, and the way back from a stretch of it. */
class Joined {
  readonly fixed: string;
  private readonly pieces: readonly Piece[];
  /** Where each piece begins; one more for the end. */
  private readonly starts: number[] = [0];
  /** What was put in between, so that it is YAML: where in the text, and how long. */
  private readonly added: readonly (readonly [at: number, length: number])[];
  private readonly lineStarts: number[] = [0];

  constructor(pieces: readonly Piece[], stands: Stands) {
    this.pieces = pieces;
    const parts = pieces.map((piece) => textOfPiece(piece, stands));
    for (const part of parts) this.starts.push(this.starts.at(-1)! + part.length);
    const { text, added } = asYaml(parts.join(''));
    this.fixed = text;
    this.added = added;
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) this.lineStarts.push(i + 1);
  }

  origin(span: Span): Origin | undefined {
    const found = this.between(span);
    const first = found[0];
    if (!first) return undefined;
    const last = found.findLast(({ source }) => source.file === first.source.file)!;
    const end = last.end >= first.start ? last.end : first.end;
    const at = { file: first.source.file, span: first.source.lines.span(first.start, end) };
    const via = found.flatMap(({ piece }) => piece.via);
    return { at, via: via.filter((place, i) => via.indexOf(place) === i).slice(0, 8) };
  }

  /** From the first to the last place of a file that wrote something of it. */
  block(span: Span, file: string): FilePlace | undefined {
    const found = this.between(span).filter(({ source }) => source.file === file);
    if (found.length === 0) return undefined;
    const start = found.reduce((least, part) => Math.min(least, part.start), Infinity);
    const end = found.reduce((most, part) => Math.max(most, part.end), 0);
    return { file, span: found[0]!.source.lines.span(start, end) };
  }

  /** The pieces in a stretch, each with what of its source lies in it. */
  private between(span: Span): Part[] {
    const start = this.offset(span.startLine, span.startColumn);
    const end = Math.max(start + 1, this.offset(span.endLine, span.endColumn));
    const found: Part[] = [];
    for (let i = this.pieceAt(start); i < this.pieces.length && this.starts[i]! < end; i++) {
      const piece = this.pieces[i]!;
      const { source } = piece;
      const [from, to] = [this.starts[i]!, this.starts[i + 1]!];
      if (!source || from === to) continue;
      const own = source.literal
        ? { start: source.start + Math.max(0, start - from), end: source.start + Math.min(to, end) - from }
        : { start: source.start, end: source.end };
      found.push({ piece, source, ...own });
    }
    return found;
  }

  private offset(line: number, column: number): number {
    const fixed = Math.min(this.fixed.length, (this.lineStarts[line - 1] ?? this.fixed.length) + column - 1);
    let less = 0;
    for (const [at, length] of this.added) if (at < fixed) less += Math.min(length, fixed - at);
    return fixed - less;
  }

  private pieceAt(offset: number): number {
    let [low, high] = [0, Math.max(0, this.pieces.length - 1)];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

interface Part {
  piece: Piece;
  source: Source;
  start: number;
  end: number;
}

const alone = /^([ \t]*)(?:\uE000\d+\uE001[ \t]*)+$/;

/** A line of which nothing is known becomes an entry or an item, as its neighbours are. */
function asYaml(text: string): { text: string; added: (readonly [number, number])[] } {
  if (!hasStandIn(text)) return { text, added: [] };
  const added: (readonly [number, number])[] = [];
  const lines = text.split('\n');
  let offset = 0;
  const fixed = lines.map((line, i) => {
    const margin = alone.exec(line)?.[1];
    const form = margin === undefined ? undefined : formAt(lines, i, margin.length);
    const result =
      form === 'item' ? `${margin}- ${line.slice(margin!.length)}` : form === 'entry' ? `${line.trimEnd()}:` : line;
    if (form === 'item') added.push([offset + margin!.length, 2]);
    if (form === 'entry') added.push([offset + result.length - 1, 1]);
    offset += result.length + 1;
    return result;
  });
  return { text: fixed.join('\n'), added };
}

function formAt(lines: readonly string[], index: number, margin: number): 'item' | 'entry' | undefined {
  for (const step of [1, -1]) {
    for (let i = index + step; i >= 0 && i < lines.length && Math.abs(i - index) < 2000; i += step) {
      const line = lines[i]!;
      if (line.trim() === '' || alone.test(line) || /^\s*#/.test(line)) continue;
      const own = line.length - line.trimStart().length;
      if (own > margin) {
        if (step > 0) break;
        continue;
      }
      const item = /^- +/.exec(line.trimStart())?.[0];
      if (own < margin) {
        if (item && own + item.length === margin && line.trim() !== '-') return 'entry';
        break;
      }
      if (/^---|^\.\.\./.test(line)) break;
      return item === undefined ? 'entry' : 'item';
    }
  }
  return undefined;
}
