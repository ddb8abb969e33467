import { describe, expect, it } from 'vitest';
import { scanTree } from '../scan-tree.ts';

// How often a policy says that it is reviewed itself.

async function says(sentence: string): Promise<boolean> {
  const policy = `---\ntitle: Backup policy\nowner: CTO\n---\n\n## Upkeep\n\n${sentence}\n`;
  const { report } = await scanTree(new Map([['policies/backup.md', policy]]), {
    rules: ['policies-say-when-they-are-reviewed'],
  });
  return report.results.length === 0;
}

describe('how often a policy is reviewed', () => {
  it.each([
    'This policy is reviewed every year.',
    'This policy must be reviewed at least annually.',
    'This document is reviewed and approved once a year.',
    'The policy shall be reviewed annually by its owner.',
    'The owner reviews this policy every six months.',
    'Reviews of this policy take place quarterly.',
    'This plan is updated at least once a year.',
    'Management reviews and approves this policy on an annual basis.',
    'This policy will be reviewed every twelve (12) months.',
    'A review of this document is carried out yearly.',
    'This standard is reviewed, and revised where needed, each year.',
    'The yearly review covers the list of backups and this policy: a review of the list and this policy takes place each year.',
    'The backup plan is reviewed and tested every year.',
    'This procedure is reviewed on a yearly basis and updated when needed, annually at least.',
  ])('%s', async (sentence) => {
    expect(await says(sentence)).toBe(true);
  });

  it.each([
    'Backups are reviewed every year.',
    'The recovery plan is reviewed every year.',
    'The Platform team is responsible for reviewing and updating the list of hosts every year.',
    'This policy is reviewed.',
    'This policy applies to all staff, who are trained every year.',
    'The policy on access is about reviews of access.',
    'Restores are tested every quarter, as this policy says.',
    'This policy is published every time that it changes.',
    'Vendors review their own policies every year.',
    'Access is reviewed every quarter.',
    'This policy names who reviews backups each week.',
    'See the policy on retention for annual reports.',
  ])('not: %s', async (sentence) => {
    expect(await says(sentence)).toBe(false);
  });
});
