import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../../rules/index.ts';
import { historyOfFolder } from '../../src/io/history-folder.ts';
import { commitOn, keepsToSchema, put, started } from './repository.ts';

const text =
  '## Purpose\n\nThis policy says who gets access to systems and how it is taken away.\n\n## Scope\n\nEverybody who works here.\n\n## Policy\n\nAccess is granted by role and approved by the owner of the system.\n';
const under = (says: string) => `# Access Control Policy\n\n${says}\n\n${text}`;
const fronted = (front: string, says = '') => `---\n${front}\n---\n\n${under(says)}`;

/** Ways to say that a policy was reviewed on 2024-01-10 and is reviewed every year. */
const ways: { readonly [name: string]: string } = {
  'bold lines': under('**Last updated:** 2024-01-10\n\n**Review cycle:** Annual'),
  'a line in italics': under('_Last updated: 10 January 2024_\n\nThis policy is reviewed annually.'),
  'plain lines': under('Last reviewed: January 10, 2024\n\nReview frequency: yearly'),
  'lines with breaks': under('**Owner:** CISO<br>\n**Last reviewed:** 2024-01-10<br>\n**Review cycle:** annual'),
  'a list': under('- Owner: CISO\n- Last reviewed: 2024-01-10\n- Review cycle: annual'),
  sentences: under('This policy was last reviewed on 2024-01-10. It is reviewed annually.'),
  'a name in between': under('This policy is reviewed annually.\n\nReviewed by the CISO on 2024-01-10.'),
  'on an annual basis': fronted('last_reviewed: 2024-01-10', 'This policy will be reviewed on an annual basis.'),
  'a number in words': fronted('last_reviewed: 2024-01-10', 'This document must be reviewed every twelve (12) months.'),
  'undergoes it': fronted('last_reviewed: 2024-01-10', 'This policy shall undergo an annual review.'),
  'who does it': fronted('last_reviewed: 2024-01-10', 'The CISO reviews this policy annually.'),
  'we do it': fronted('last_updated: 2024-01-10', 'We review and update this policy at least annually.'),
  'under a heading': `${fronted('updated: 2024-01-10')}\n## Policy review\n\nReviewed at least annually by the security team.\n`,
  'a key with its unit': fronted('last_reviewed: 2024/01/10\nreview_interval_months: 12'),
  'keys in a mapping': fronted('review:\n  last: 2024-01-10\n  frequency: annual'),
  'a time of day': fronted('last_reviewed: 2024-01-10T10:00:00Z\nreview_cycle: 12 months'),
  'no first fence': `name: Access Control Policy\nmajorRevisions:\n  - date: Jan 10 2024\n    comment: Review\n---\n\n${under('This policy is reviewed annually.')}`,
  'a table of two columns': under(
    '| | |\n|---|---|\n| **Policy owner** | CISO |\n| **Last reviewed** | 2024-01-10 |\n| **Review cadence** | Annually |',
  ),
  'a table with a row of headings': under(
    '| Owner | Last Reviewed | Next Review |\n|---|---|---|\n| CISO | 2024-01-10 | 2025-01-10 |',
  ),
  'a table in HTML': under(
    '<table><tr><td><b>Owner</b></td><td>CISO</td></tr><tr><td><b>Last reviewed</b></td><td>2024-01-10</td></tr><tr><td><strong>Review frequency</strong></td><td>Annual</td></tr></table>',
  ),
  'a table in HTML with headings': under(
    '<table>\n<thead><tr><th>Owner</th><th>Last review</th><th>Next review</th></tr></thead>\n<tbody><tr><td>CISO</td><td>Jan 10, 2024</td><td>Jan 10, 2025</td></tr></tbody>\n</table>',
  ),
  'a table of versions': `${under('This policy is reviewed annually.')}\n## Revision history\n\n| Version | Date | Author | Changes |\n|---|---|---|---|\n| 1.0 | 2023-01-02 | CISO | First |\n| 1.1 | January 10th, 2024 | CISO | Yearly review |\n`,
  'a table of versions in HTML': `${under('This policy is reviewed annually.')}\n<h2>Version history</h2>\n<table><tr><th>Version</th><th>Date</th><th>Description</th><th>Approved by</th></tr><tr><td>1.0</td><td>1-Jan-2023</td><td>First</td><td>CEO</td></tr><tr><td>1.1</td><td>10-Jan-2024</td><td>Yearly review</td><td>CEO</td></tr></table>\n`,
};

/** Sentences of a policy that say nothing of its own review. */
const others: { readonly [name: string]: string } = {
  'a review of access': fronted('last_reviewed: 2024-01-10', 'Access rights are reviewed annually.'),
  'what is reviewed, under a heading about something else': `${fronted('last_reviewed: 2024-01-10')}\n## Access review\n\nReviewed annually by the owners of the systems.\n`,
  'it, which is something else': fronted(
    'last_reviewed: 2024-01-10',
    'Each system has a list of accounts. It is reviewed annually.',
  ),
};

async function duesOf(texts: { readonly [name: string]: string }): Promise<Map<string, string[]>> {
  const folder = started();
  for (const [name, one] of Object.entries(texts)) put(folder, `policies/${name}/access-control.md`, one);
  commitOn(folder, '2024-12-01');
  const { reviews } = keepsToSchema(
    await historyOfFolder({
      root: folder,
      rules: ruleIndex,
      version: 'test',
      from: '2025-01-01',
      to: '2025-12-31',
      asOf: '2026-01-01',
    }),
  );
  return new Map(
    reviews.map(({ file, dues }) => [file.split('/')[1]!, dues.map(({ due, result }) => `${due} ${result}`)]),
  );
}

describe('policies as they are found', () => {
  const found = duesOf(ways);
  it.each(Object.keys(ways))('say when they were reviewed and are due: %s', async (name) => {
    expect((await found).get(name)).toEqual(['2025-01-10 missing']);
  });

  const nothing = duesOf(others);
  it.each(Object.keys(others))('are not due by what is said of other things: %s', async (name) => {
    expect((await nothing).get(name)).toEqual([]);
  });
});
