import type { Dialect } from '../dialect.ts';
import { claimed, looksLikePolicy } from './recognise.ts';
import { data, recordIn } from './records.ts';

const text = /\.(?:md|mdx|markdown|txt)(?:\.tmpl)?$/i;

/** Policy documents: Markdown, MDX, plain text and templates of them, where a repository keeps its policies, and registers, which may be data. */
export const documents: Dialect = {
  name: 'documents',
  always: () => true,
  claims: (path, isDocument) => {
    if (data.test(path)) return recordIn(path) ? 'yes' : 'no';
    if (!text.test(path)) return 'no';
    if (isDocument(path)) return 'yes';
    return claimed(path) || recordIn(path) ? 'maybe' : 'no';
  },
  // A record is a table.
  sniff: (path, head) => (recordIn(path) ? /^[ >]*\|?[ :]*-{3,}/m.test(head) : looksLikePolicy(path, head)),
  load: () => import('./read.ts'),
};
