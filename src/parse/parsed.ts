import type { Span } from '../model/place.ts';

/** What a parser found wrong: where, what was expected, in one sentence without the file's name. */
export interface SyntaxProblem {
  message: string;
  span: Span;
  kind: 'parse' | 'too-deep' | 'encoding';
}

/** Whether a problem is a key that stands in the same mapping already: all the rest was read. */
export const saysTwice = ({ message }: SyntaxProblem): boolean => message.startsWith('expected each key once');

/** A comment as it stands, without its marks; `ownLine` when nothing else stands before it on its line. */
export interface SourceComment {
  text: string;
  span: Span;
  ownLine: boolean;
}

/** A parser never throws: what it could read is in `tree`, what it could not is in `problems`. */
export interface Parsed<Tree> {
  tree: Tree;
  comments: readonly SourceComment[];
  problems: readonly SyntaxProblem[];
}
