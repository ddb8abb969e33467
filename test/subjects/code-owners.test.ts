import { describe, expect, it } from 'vitest';
import { scanTree } from '../scan-tree.ts';

async function findings(files: Record<string, string>, rule: string) {
  const { report } = await scanTree(new Map(Object.entries(files)), { rules: [rule] });
  return report.results.map(({ location, message }) => `${location?.startLine}: ${message}`);
}

describe('lines that take effect', () => {
  const effect = (text: string, ...paths: string[]) =>
    findings(
      { '.github/CODEOWNERS': text, ...Object.fromEntries(paths.map((path) => [path, ''])) },
      'code-owners-lines-take-effect',
    );

  it('are not undone by narrower lines, also where these take all there is', async () => {
    expect(await effect('* @a\n/.github/ @b\n/src/ @c', 'src/x')).toEqual([]);
    expect(await effect('* @a\n/src/ @b\n/src/x @c', 'src/x')).toEqual([]);
  });

  it('are undone by a broader one, and by the same pattern', async () => {
    expect(await effect('/src/ @b\n* @a', 'src/x')).toEqual([
      '1: /src/ has no effect: * below it takes all of its files for @a.',
    ]);
    expect(await effect('* @a\n/src/ @b\n/src/', 'src/x')).toEqual([
      '2: /src/ has no effect: /src/ below it takes all of its files and leaves them without owner.',
    ]);
  });

  it('are not undone by a line with the same owners', async () => {
    expect(await effect('/src/ @a @b\n* @b @a', 'src/x')).toEqual([]);
  });

  it('are judged section by section at GitLab', async () => {
    const files = { '.gitlab-ci.yml': '', 'src/x': '', CODEOWNERS: '/src/ @b\n[Security]\n* @s\n' };
    expect(await findings(files, 'code-owners-lines-take-effect')).toEqual([]);
  });
});

describe('owners of critical paths', () => {
  it('are those of the last line that matches', async () => {
    const files = {
      'infra/main.tf': 'locals {}',
      '.github/CODEOWNERS': '/infra/ @a\n*.tf @b\n/infra/*.tf\n/.github/ @a',
    };
    expect(await findings(files, 'critical-paths-have-owners')).toEqual([
      '3: Nobody owns infrastructure code: infra/main.tf, by the line /infra/*.tf.',
    ]);
  });

  const critical = (codeowners: string, path = '.gitlab/CODEOWNERS') =>
    findings({ '.gitlab-ci.yml': '', 'infra/main.tf': 'locals {}', [path]: codeowners }, 'critical-paths-have-owners');

  it('come from any section, but not from one whose approval is optional', async () => {
    expect(await critical('[All]\n* @a\n')).toEqual([]);
    const found = await critical('^[All]\n* @a\n');
    expect(found).toHaveLength(3);
    for (const text of found) expect(text).toMatch(/^2: Nobody owns .*, by the line \*\.$/);
  });

  it('are taken away by an exclusion', async () => {
    expect(await critical('[All]\n* @a\n!/infra/\n')).toEqual([
      '3: Nobody owns infrastructure code: infra/main.tf, by the line /infra/.',
    ]);
  });

  it('are asked for by the file that is read only', async () => {
    const files = { 'a.tf': 'locals {}', '.github/CODEOWNERS': '* @a', CODEOWNERS: '/x @b' };
    expect(await findings(files, 'critical-paths-have-owners')).toEqual([]);
  });
});

describe('a scan of some files', () => {
  it('says what can be said without the others, and no more', async () => {
    const { report } = await scanTree(new Map([['.github/CODEOWNERS', '/gone/ @a\n/docs/ nobody\n* @b']]), {
      only: ['.github/CODEOWNERS'],
    });
    expect(report.results.map(({ rule }) => rule)).toEqual(['code-owners-lines-can-be-read']);
  });
});
