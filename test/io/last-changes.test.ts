import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../../rules/index.ts';
import { lastChanges } from '../../src/io/git.ts';
import { scanFolder } from '../../src/io/scan-folder.ts';
import { commitOn, put, started } from '../history/repository.ts';
import { emptyFolder, git } from '../run.ts';

describe('when files were changed last', () => {
  const folder = started();
  put(folder, 'docs/policies/backup.md', 'one');
  put(folder, 'docs/policies/with space.md', 'one');
  put(folder, 'docs/policies/zurück.md', 'one');
  commitOn(folder, '2024-01-31');
  put(folder, 'docs/policies/backup.md', 'two');
  commitOn(folder, '2025-06-01');
  put(folder, 'docs/policies/with space.md', 'three');
  put(folder, 'docs/policies/new.md', 'one');
  const paths = ['backup', 'with space', 'zurück', 'new'].map((name) => `docs/policies/${name}.md`);

  it('git knows, but for what is not committed', () => {
    expect([...lastChanges(folder, paths)].sort()).toEqual([
      ['docs/policies/backup.md', '2025-06-01'],
      ['docs/policies/zurück.md', '2024-01-31'],
    ]);
  });

  it('paths are those of the folder that is scanned', () => {
    expect(lastChanges(join(folder, 'docs'), ['policies/backup.md'])).toEqual(
      new Map([['policies/backup.md', '2025-06-01']]),
    );
  });

  it('a shallow clone can’t tell, nor can a folder without git', () => {
    const clone = emptyFolder();
    git(clone, 'clone', '--quiet', '--depth=1', `file://${folder}`, 'copy');
    expect(lastChanges(join(clone, 'copy'), paths)).toEqual(new Map());
    mkdirSync(join(clone, 'plain'));
    expect(lastChanges(join(clone, 'plain'), paths)).toEqual(new Map());
  });
});

it('a date of a review that was committed before that day is found in the repository', async () => {
  const folder = started();
  const text = '---\ntitle: Backup policy\nowner: CTO\nlast_reviewed: 2026-06-01\n---\n\nBackups are made every day.\n';
  put(folder, 'policies/backup.md', text);
  commitOn(folder, '2025-03-02');
  const { report } = await scanFolder({
    paths: ['.'],
    cwd: folder,
    rules: ruleIndex,
    select: { rules: ['reviews-fit-the-history'] },
  });
  expect(report.results.map(({ rule, location }) => [rule, location?.startLine])).toEqual([
    ['reviews-fit-the-history', 4],
  ]);
});
