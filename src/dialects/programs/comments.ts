import type { Span } from '../../model/place.ts';
import { spanOf, type SourceNode } from '../../parse/typescript/parse.ts';
import { spanContains } from '../../model/place.ts';

const deepest = 200;

/** What a comment covers: the statement that begins behind it on its line or on the next, else the innermost one it is in. */
export function blockAfter(statements: readonly SourceNode[], comment: Span): Span {
  let inner: Span | undefined;
  let next: Span | undefined;
  const visit = (node: SourceNode, depth: number): void => {
    const span = spanOf(node);
    const isStatement = /Statement$|Declaration$|^Class(?:Method|Property)$/.test(node.type);
    if (isStatement && node.type !== 'BlockStatement') {
      if (spanContains(span, comment)) inner = span;
      else if (span.startLine >= comment.endLine && span.startLine <= comment.endLine + 1) next ??= span;
    }
    if (depth < deepest && span.endLine >= comment.startLine && span.startLine <= comment.endLine + 1)
      for (const child of childrenOf(node)) visit(child, depth + 1);
  };
  for (const statement of statements) visit(statement, 0);
  return next ?? inner ?? comment;
}

function childrenOf(node: SourceNode): SourceNode[] {
  return Object.values(node).flatMap((value: unknown) =>
    (Array.isArray(value) ? (value as unknown[]) : [value]).filter(
      (child): child is SourceNode => typeof child === 'object' && child !== null && 'type' in child && 'loc' in child,
    ),
  );
}
