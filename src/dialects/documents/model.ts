import type { PolicyId } from '../../criteria/policies.ts';
import type { MarkdownTree } from '../../parse/markdown/tree.ts';
import type { Metadata } from './metadata.ts';

/** A document that was recognised as a policy. */
export interface PolicyDocument {
  path: string;
  title: string;
  /** Which of the usual policies it is; absent: another one. */
  policy?: PolicyId;
  /** Further policies that its title names beside that one. */
  also: readonly PolicyId[];
  confidence: 'certain' | 'likely';
  metadata: Metadata;
  tree: MarkdownTree;
  /** Its headings and text in lower case, a block a line; what is only its title is left out. */
  text: string;
  /** Its headings in lower case, without its title. */
  headings: readonly string[];
  /** The lines as they are written. */
  lines: readonly string[];
  /** Whether its front matter could not be read, and why. */
  unread?: string;
}
