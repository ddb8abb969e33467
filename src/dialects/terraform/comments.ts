import type { Span } from '../../model/place.ts';
import { spanContains } from '../../model/place.ts';
import type { Block, Body } from '../../parse/hcl/ast.ts';
import type { SourceComment } from '../../parse/parsed.ts';
import type { Comment } from '../dialect.ts';
import { speaksToLinters } from '../linter-comments.ts';

/** The comments of a file that speak to a linter, each with the block it covers. */
export const commentsOf = (file: string, body: Body, comments: readonly SourceComment[]): Comment[] =>
  comments
    .filter(({ text }) => speaksToLinters(text))
    .map((comment) => ({
      text: comment.text,
      at: { file, span: comment.span },
      covers: { file, span: coveredBy(body, comment, comments) },
    }));

/**
 * Ours cover the block they directly precede, else the innermost block they are in. Those of other tools cover the whole
 * top-level block they are in or precede, as those tools have it.
 */
function coveredBy(body: Body, comment: SourceComment, all: readonly SourceComment[]): Span {
  const inner = comment.text.trim().startsWith('soc2-lint:');
  let around: Block | undefined;
  let blocks = body.blocks;
  for (;;) {
    const block = blocks.find(({ span }) => spanContains(span, comment.span));
    if (!block) break;
    around = block;
    if (!inner) return block.span;
    blocks = block.body.blocks;
  }
  const next = comment.ownLine ? blocks.find(({ span }) => span.startLine === lineBelow(comment, all)) : undefined;
  return next?.span ?? around?.span ?? comment.span;
}

/** The first line below that is not a comment of its own. */
function lineBelow(comment: SourceComment, all: readonly SourceComment[]): number {
  let line = comment.span.endLine + (comment.span.endColumn === 1 ? 0 : 1);
  for (;;) {
    const following = all.find(({ ownLine, span }) => ownLine && span.startLine === line);
    if (!following) return line;
    line = following.span.endLine + (following.span.endColumn === 1 ? 0 : 1);
  }
}
