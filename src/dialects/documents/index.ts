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
  // A record is a table; a report on an incident has headings.
  sniff: (path, head) => {
    const record = recordIn(path);
    if (!record) return looksLikePolicy(path, head);
    return (record === 'post-mortem' ? /^#{1,6}\s/m : /^[ >]*\|?[ :]*-{3,}|<table/im).test(head);
  },
  load: () => import('./read.ts'),
};
