import type { Span } from '../../model/place.ts';
import type { Lines } from '../lines.ts';
import type { SourceComment } from '../parsed.ts';
import type { Node } from '../tree.ts';
import type { YamlDocument } from './parse.ts';

/** The comments of a text: a `#` at the start of a line or behind a space, outside of every scalar. */
export function commentsOf(
  text: string,
  scalars: readonly [number, number][],
  base: number,
  lines: Lines,
): SourceComment[] {
  const comments: SourceComment[] = [];
  let next = 0;
  for (let at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
    while (next < scalars.length && scalars[next]![1] <= at) next++;
    const scalar = scalars[next];
    if (scalar && scalar[0] <= at) {
      at = Math.max(at, scalar[1] - 1);
      continue;
    }
    const before = text[at - 1];
    if (at > 0 && before !== ' ' && before !== '\t' && before !== '\n') continue;
    const newline = text.indexOf('\n', at);
    let end = newline < 0 ? text.length : newline;
    if (text[end - 1] === '\r') end--;
    const lineStart = text.lastIndexOf('\n', at) + 1;
    comments.push({
      text: text.slice(at + 1, end).trim(),
      span: lines.span(base + at, base + end),
      ownLine: text.slice(lineStart, at).trim() === '',
    });
    at = end;
  }
  return comments;
}

/**
 * What a comment covers: at the end of a line the entry or item that begins there, on a line of its own the next entry or
 * item below it, and before the first of a document all of the document.
 */
export function blockAt(documents: readonly YamlDocument[], comment: SourceComment): Span {
  const { startLine, startColumn } = comment.span;
  const document = documents.find(({ span }) => startLine <= span.endLine) ?? documents.at(-1);
  const root = document?.root;
  if (!root) return comment.span;
  const blocks = [...blocksOf(root, 0)];
  if (!comment.ownLine) {
    const here = blocks.filter((block) => block.startLine === startLine);
    return (
      here.at(-1) ??
      blocks.findLast((block) => block.startLine <= startLine && startLine <= block.endLine) ??
      comment.span
    );
  }
  if (startLine < root.span.startLine) return root.span;
  const below = blocks.filter((block) => block.startLine > startLine);
  return below.find((block) => block.startColumn >= startColumn) ?? below[0] ?? comment.span;
}

/** All entries and items, outer ones first, in the order they stand. */
function* blocksOf(node: Node, depth: number): Iterable<Span> {
  if (depth > 100) return;
  if (node.type === 'sequence')
    for (const item of node.items) {
      yield item.span;
      yield* blocksOf(item, depth + 1);
    }
  if (node.type === 'mapping')
    for (const { key, value } of node.entries) {
      const { endLine, endColumn } = value.span.endLine >= key.span.endLine ? value.span : key.span;
      yield { ...key.span, endLine, endColumn };
      yield* blocksOf(value, depth + 1);
    }
}
