import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../../rules/index.ts';
import { dayOfTime } from '../../src/history/commit.ts';
import { historyOfFolder } from '../../src/io/history-folder.ts';
import { historyText } from '../../src/report/history/words.ts';
import { commitOn, keepsToSchema, put, started } from './repository.ts';

const open =
  'resource "aws_s3_bucket" "site" {\n  bucket = "site"\n}\nresource "aws_s3_bucket_acl" "site" {\n  bucket = aws_s3_bucket.site.id\n  acl    = "public-read"\n}\n';
const register = (until: string) =>
  `exceptions:\n  - rule: storage-is-private\n    subject: aws_s3_bucket.site\n    reason: The site is public by design.\n    owner: platform\n    approver: security\n    until: ${until}\n`;
const policy = (reviewed: string) =>
  `---\ntitle: Backup policy\nowner: CTO\nlast_reviewed: ${reviewed}\n---\n\n# Backup policy\n\n## Scope\n\nAll of it. Backups are made daily. This policy is reviewed annually.\n`;

const over = (root: string) =>
  historyOfFolder({
    root,
    rules: ruleIndex,
    version: 'test',
    from: '2026-01-01',
    to: '2026-03-31',
    asOf: '2026-04-01',
  });

describe('a year of a repository with known dates', () => {
  it('has each exception with its days: added, renewed, expired while the finding was open', async () => {
    const folder = started();
    put(folder, 'main.tf', open);
    commitOn(folder, '2025-12-01');
    put(folder, '.soc2/exceptions.yml', register('2026-01-20'));
    commitOn(folder, '2026-01-05');
    put(folder, '.soc2/exceptions.yml', register('2026-02-10'));
    commitOn(folder, '2026-01-15');
    const history = await over(folder);
    expect(
      history.acceptances.map(({ rule, of, events }) => [
        rule,
        of,
        events.map(({ what, at, until, commit }) => [what, dayOfTime(at), until, commit !== null]),
      ]),
    ).toEqual([
      [
        'storage-is-private',
        'aws_s3_bucket.site',
        [
          ['added', '2026-01-05', '2026-01-20', true],
          ['renewed', '2026-01-15', '2026-02-10', true],
          ['expired-while-open', '2026-02-11', '2026-02-10', false],
        ],
      ],
    ]);
    expect(history.acceptances[0]!.events.map(({ by }) => by?.name)).toEqual(['author', 'author', undefined]);
    const window = history.windows.find(({ rule }) => rule === 'storage-is-private');
    expect([window!.openBefore, window!.to, window!.acceptedDays]).toEqual([true, null, 36.5]);
    expect(historyText(history)).toContain('expired while its finding was open 2026-02-11 by the day');
  });

  it('is late from the day after a review was due, until the commit that made it', async () => {
    const folder = started();
    put(folder, 'docs/policies/backup.md', policy('2025-01-15'));
    commitOn(folder, '2025-12-01');
    put(folder, 'docs/policies/backup.md', policy('2026-02-01'));
    commitOn(folder, '2026-02-02');
    const { windows } = await over(folder);
    expect(
      windows
        .filter(({ closedBy, openedBy, openBefore }) => !openBefore && openedBy === null && closedBy !== null)
        .map(({ rule, from, to }) => [rule, dayOfTime(from), dayOfTime(to!)]),
    ).toEqual([['policies-are-reviewed-in-time', '2026-01-17', '2026-02-02']]);
  });

  it('keeps to its schema', async () => {
    const folder = started();
    put(folder, 'main.tf', open);
    put(folder, '.soc2/exceptions.yml', register('2026-02-10'));
    commitOn(folder, '2025-12-01');
    commitOn(folder, '2026-01-05', 'Nothing');
    expect(keepsToSchema(await over(folder)).acceptances).toHaveLength(1);
  });
});
