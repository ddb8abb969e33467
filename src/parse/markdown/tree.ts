import type { Span } from '../../model/place.ts';
import type { Node } from '../tree.ts';

/** A stretch of text as a reader sees it, without marks, and where it stands. */
export interface Piece {
  text: string;
  span: Span;
}

export interface Heading extends Piece {
  level: number;
}

/** A table of Markdown or HTML. One without a row of headings has an empty header. */
export interface Table {
  header: readonly Piece[];
  rows: readonly (readonly Piece[])[];
  span: Span;
}

/** A line that says what something is: `Owner: …`, `**Owner:** …`. */
export interface Definition {
  key: string;
  value: Piece;
}

export interface Link {
  target: string;
  span: Span;
}

/** What stands before the text, between fences. `unread`: it is there and could not be read. */
export interface FrontMatter {
  root: Node | undefined;
  span: Span;
  unread?: string;
}

export interface MarkdownTree {
  frontMatter: FrontMatter | undefined;
  headings: readonly Heading[];
  /** Paragraphs, list items and cells, in order: what there is to read. */
  blocks: readonly Piece[];
  tables: readonly Table[];
  definitions: readonly Definition[];
  links: readonly Link[];
  /** The lines of the text from 1, with code, comments, tags and front matter blanked, so that columns hold. */
  prose: readonly string[];
  /** From the first character to the last. */
  span: Span;
}
