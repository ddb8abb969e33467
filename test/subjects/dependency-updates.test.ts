import { describe, expect, it } from 'vitest';
import { matchesFolder } from '../../src/subjects/dependency-updates/folders.ts';
import { scanTree } from '../scan-tree.ts';

describe('folders of update bots', () => {
  it.each([
    ['/', '', true],
    ['/', 'web', false],
    ['/web', 'web', true],
    ['/*', 'web', true],
    ['/*', 'web/app', false],
    ['/services/*', 'services/api', true],
    ['/services/**', 'services', true],
    ['/services/**', 'services/api/v2', true],
    ['/lib-*', 'lib-a', true],
    ['/lib-*', 'web', false],
    ['**', '', true],
    ['**', 'a/b', true],
  ])('%s and "%s": %s', (glob, folder, expected) => {
    expect(matchesFolder(glob, folder)).toBe(expected);
  });
});

async function uncovered(files: Record<string, string>) {
  const { report } = await scanTree(new Map(Object.entries(files)), { rules: ['dependencies-are-kept-up-to-date'] });
  return report.results.map(({ aspect, item, verdict }) => [aspect, item, verdict]);
}
const update = (ecosystem: string, folder: string) =>
  `version: 2\nupdates:\n  - package-ecosystem: ${ecosystem}\n    directory: ${folder}\n    schedule: { interval: weekly }\n`;
const npm = '{ "dependencies": { "left-pad": "1.3.0" } }';

describe('what update bots look after', () => {
  it('takes in the members of a workspace with its root', async () => {
    const files = { '.github/dependabot.yml': update('npm', '/'), 'package.json': npm, 'web/package.json': npm };
    expect(await uncovered(files)).toEqual([]);
  });

  it('takes each folder by itself where there are no workspaces', async () => {
    const files = { '.github/dependabot.yml': update('docker', '/'), Dockerfile: 'FROM a', 'web/Dockerfile': 'FROM b' };
    expect(await uncovered(files)).toEqual([['everywhere', 'docker', 'fail']]);
  });

  it('is the same by another name of the ecosystem', async () => {
    const files = { '.github/dependabot.yml': update('bun', '/'), 'package.json': npm };
    expect(await uncovered(files)).toEqual([]);
  });

  it('leaves out ecosystems that no bot here knows', async () => {
    const files = { '.github/dependabot.yml': update('npm', '/'), 'package.json': npm, 'conanfile.txt': '[requires]' };
    expect(await uncovered(files)).toEqual([]);
  });

  it('follows what Renovate leaves out and switches off', async () => {
    const tree = { 'package.json': npm, Dockerfile: 'FROM a', 'old/package.json': npm };
    expect(await uncovered({ ...tree, 'renovate.json': '{}' })).toEqual([]);
    expect(await uncovered({ ...tree, '.github/renovate.json5': '' })).toEqual([]);
    expect(await uncovered({ ...tree, 'renovate.json': '{ "ignorePaths": ["old/**"] }' })).toEqual([
      ['everywhere', 'npm', 'fail'],
    ]);
    expect(await uncovered({ ...tree, 'renovate.json': '{ "enabledManagers": ["npm"] }' })).toEqual([
      ['everywhere', 'docker', 'fail'],
    ]);
    expect(
      await uncovered({
        ...tree,
        'renovate.json': '{ "packageRules": [{ "matchManagers": ["dockerfile"], "enabled": false }] }',
      }),
    ).toEqual([['everywhere', 'docker', 'fail']]);
    expect(await uncovered({ ...tree, 'renovate.json': '{ "enabled": false }' })).toEqual([['bot', undefined, 'fail']]);
  });
});
