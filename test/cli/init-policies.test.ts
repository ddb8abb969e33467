import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { categories } from '../../src/criteria/catalogue.ts';
import { policies, policyIds } from '../../src/criteria/policies.ts';
import { cli, folderWith, scanned } from '../run.ts';

const written = (out: string) => [...out.matchAll(/^wrote (docs\/policies\/\S+)$/gm)].map(([, path]) => path!);
const all = ['--policies', '--categories', categories.join(',')];

describe('init --policies', () => {
  const folder = folderWith({ 'README.md': '# x\n' });
  const { code, out } = cli(folder, ['init', ...all]);
  const paths = written(out);
  const { whole: report } = scanned(folder, ['--as-of', '2026-11-22']);
  const failing = (rule: string) => report.results.filter((result) => result.rule === rule);

  it('writes one document for each policy that the categories call for, and each is recognised', () => {
    expect(code).toBe(0);
    const needed = policyIds.filter((id) => policies[id].neededFor !== 'optional');
    expect(paths).toHaveLength(needed.length);
    const found = report.subjects.filter(({ kind }) => kind === 'policy').map(({ name }) => name);
    expect(new Set(found)).toEqual(new Set(needed.map((id) => policies[id].title)));
    expect(failing('expected-policies-exist')).toEqual([]);
  });

  it('has every section, and names only criteria that exist', () => {
    for (const rule of ['policies-have-their-sections', 'policies-are-written', 'policies-name-real-criteria'])
      expect(failing(rule), rule).toEqual([]);
  });

  it('marks every place to fill in so that it is found, and passes for no finished policy', () => {
    for (const path of paths) {
      const text = readFileSync(join(folder, path), 'utf8');
      const lines = text.split('\n').flatMap((line, i) => (/\[insert |YYYY-MM-DD/.test(line) ? [i + 1] : []));
      const told = failing('policies-are-filled-in').filter(({ location }) => location?.file === path);
      expect(told, path).not.toEqual([]);
      expect(lines, path).toContain(told[0]!.location!.startLine);
    }
    for (const rule of ['policies-have-an-owner', 'policies-are-approved', 'policies-are-reviewed-in-time'])
      expect(failing(rule).length, rule).toBeGreaterThanOrEqual(paths.length);
  });

  it('reads the front matter', () => {
    expect(failing('policies-have-a-version')).toEqual([]);
    expect(failing('policies-say-when-they-are-reviewed')).toEqual([]);
  });

  it('overwrites nothing, and writes no policy twice', () => {
    expect(written(cli(folder, ['init', ...all]).out)).toEqual([]);
    const own = folderWith({
      'policies/backup.md': '# Backup policy\n\n## Scope\n\nAll.\n',
      'docs/policies/code-of-conduct.md': 'ours\n',
    });
    const { out: later } = cli(own, ['init', '--policies', '--categories', 'security,availability']);
    expect(written(later)).not.toContain('docs/policies/backup-policy.md');
    expect(written(later)).toContain('docs/policies/capacity-and-performance-policy.md');
    expect(readFileSync(join(own, 'docs/policies/code-of-conduct.md'), 'utf8')).toBe('ours\n');
  });

  it('keeps to security where nobody has chosen, and to the configuration where somebody has', () => {
    const count = (config: string) =>
      [
        ...cli(folderWith(config ? { '.soc2/config.yml': config } : {}), [
          'init',
          '--policies',
          '--dry-run',
        ]).out.matchAll(/^# would write docs\/policies/gm),
      ].length;
    const of = (...names: string[]) => policyIds.filter((id) => names.includes(policies[id].neededFor)).length;
    expect(count('')).toBe(of('security'));
    expect(count('categories: [privacy]\n')).toBe(of('security', 'privacy'));
  });

  it('says so where categories are named for nothing', () => {
    expect(cli(folder, ['init', '--categories', 'privacy'])).toMatchObject({ code: 2, out: '' });
  });

  it.each([
    ['', 'holds: [policies]\n'],
    ['# ours\ncategories: [security]', '# ours\ncategories: [security]\nholds: [policies]\n'],
    ['holds: [aws-account] # all\n', 'holds: [policies, aws-account] # all\n'],
    ['holds: []\n', 'holds: [policies]\n'],
    [
      'holds:\n  # where\n  - aws-account\nexclude: [x]\n',
      'holds:\n  # where\n  - policies\n  - aws-account\nexclude: [x]\n',
    ],
    ['holds:\n- aws-account\n', 'holds:\n- policies\n- aws-account\n'],
  ])('adds to a configuration that it holds policies: %j', (before, after) => {
    const own = folderWith({ '.soc2/config.yml': before });
    const { code, out: said } = cli(own, ['init', '--policies']);
    expect(code).toBe(0);
    expect(readFileSync(join(own, '.soc2/config.yml'), 'utf8')).toBe(after);
    expect(said).toContain('.soc2/config.yml is there already: added that it holds policies');
    expect(cli(own, ['init', '--policies']).out).toContain('.soc2/config.yml is there already: left as it is\n');
    expect(readFileSync(join(own, '.soc2/config.yml'), 'utf8')).toBe(after);
  });

  it('leaves a configuration alone without --policies', () => {
    const own = folderWith({ '.soc2/config.yml': 'holds: [aws-account]\n' });
    cli(own, ['init']);
    expect(readFileSync(join(own, '.soc2/config.yml'), 'utf8')).toBe('holds: [aws-account]\n');
  });
});
