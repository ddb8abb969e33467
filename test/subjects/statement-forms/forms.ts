import type { Topic } from '../../../src/model/kinds/policy-document.ts';

/**
 * A promise that is held against code: how policies write it, sentences beside it that promise nothing, and sentences that leave it
 * open. What is read is written as its value, what it is about, `most` where it is a highest figure, and places.
 */
export interface Forms {
  topic: Topic;
  title: string;
  said: readonly (readonly [text: string, read: string])[];
  not: readonly string[];
  open: readonly string[];
}

/** A table of Markdown, from its rows. */
export const table = (...rows: string[]): string =>
  [rows[0], rows[0]!.replace(/[^|]+/g, '---'), ...rows.slice(1)].join('\n');
