import type { FilePlace, Span } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import type { Budget } from './budget.ts';
import type { SourceFiles } from './source-files.ts';

/** One step of a traversal after its root name. */
export type Step = string | Value;

/** The names an expression can refer to, other than those that an expression binds itself. */
export interface Names {
  /** The value of `root` followed by as many of the steps as the name needs, and how many that were. */
  resolve(root: string, steps: readonly Step[], at: FilePlace): { value: Value; used: number };
}

/** Where an expression is evaluated. */
export interface Scope {
  file: string;
  names: Names;
  bound?: Bound;
  budget: Budget;
  files: SourceFiles;
  /** Lines that the text stands below its place in the file: that of a template which was given a head to be parsed. */
  headLines?: number;
}

/** Names bound by `for`, `dynamic`, `each`, `count`, splats and templates, innermost first. */
export interface Bound {
  name: string;
  value: Value;
  outer: Bound | undefined;
}

export const bind = (scope: Scope, name: string, value: Value): Scope => ({
  ...scope,
  bound: { name, value, outer: scope.bound },
});

export function boundValue(scope: Scope, name: string): Value | undefined {
  for (let bound = scope.bound; bound; bound = bound.outer) if (bound.name === name) return bound.value;
  return undefined;
}

export function placeIn({ file, headLines = 0 }: Scope, span: Span): FilePlace {
  if (headLines === 0) return { file, span };
  return { file, span: { ...span, startLine: span.startLine - headLines, endLine: span.endLine - headLines } };
}
