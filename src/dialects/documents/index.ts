import type { Dialect } from '../dialect.ts';
import { claimed, looksLikePolicy } from './recognise.ts';

const text = /\.(?:md|mdx|markdown|txt)(?:\.tmpl)?$/i;

/** Policy documents: Markdown, MDX, plain text and templates of them, where a repository keeps its policies. */
export const documents: Dialect = {
  name: 'documents',
  always: true,
  claims: (path, isDocument) => (text.test(path) && isDocument(path) ? 'yes' : claimed(path) ? 'maybe' : 'no'),
  sniff: (path, head) => looksLikePolicy(path, head),
  load: () => import('./read.ts'),
};
