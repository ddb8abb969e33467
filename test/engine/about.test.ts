import { describe, expect, it } from 'vitest';
import type { CriterionId } from '../../src/criteria/catalogue.ts';
import { scanTree } from '../scan-tree.ts';

const words = 'Data of customers is copied each night, kept apart, and read back by a person who compares it. '.repeat(
  5,
);
const backup = `# Backup policy\n\n${words}\n`;

const scanned = async (texts: Record<string, string>, ...rules: string[]) =>
  (await scanTree(new Map(Object.entries(texts)), { rules, asOf: '2026-11-22' })).report;

describe('a rule that is about some of its criteria, subject by subject', () => {
  it('counts a pass for those of the subject only', async () => {
    const { coverage, passes } = await scanned({ 'policies/backup.md': backup }, 'policies-are-written');
    const passed = coverage.filter(({ counts }) => counts.pass > 0).map(({ criterion }) => criterion);
    expect(passes.length).toBe(1);
    expect(passed).toEqual(['CC7.5', 'A1.2', 'A1.3', 'PI1.5'] satisfies CriterionId[]);
  });

  it('counts a failure, and names it, for those only', async () => {
    const { coverage, results } = await scanned(
      { 'policies/backup.md': '# Backup policy\n\nSoon.\n' },
      'policies-are-written',
    );
    expect(results.map(({ criteria }) => criteria)).toEqual([['CC7.5', 'A1.2', 'A1.3', 'PI1.5']]);
    expect(coverage.filter(({ state }) => state === 'gap').map(({ criterion }) => criterion)).toEqual([
      'CC7.5',
      'A1.2',
      'A1.3',
      'PI1.5',
    ]);
  });

  it('leaves a subject alone where none of its criteria is in scope', async () => {
    const texts = {
      'policies/privacy.md': '# Privacy policy\n\nSoon.\n',
      '.soc2/config.yml': 'categories: [security]\n',
    };
    const { results, passes } = await scanned(texts, 'policies-are-written');
    expect([results, passes]).toEqual([[], []]);
  });

  it('gives a document no more than supporting evidence', async () => {
    const { coverage } = await scanned({ 'policies/backup.md': backup }, 'policies-are-written');
    const state = (id: CriterionId) => coverage.find(({ criterion }) => criterion === id)!.state;
    expect([state('A1.2'), state('CC3.1')]).toEqual(['supporting-evidence', 'nothing-to-judge']);
  });
});

describe('what is missing', () => {
  const missing = async (texts: Record<string, string>) =>
    (await scanned(texts, 'expected-policies-exist')).results.map(({ subject }) => subject.name);

  it('fails nowhere where nothing is declared and nothing is there', async () => {
    expect(await missing({ 'README.md': '# Shop\n' })).toEqual([]);
    expect(await missing({ 'policies/backup.md': backup })).toEqual([]);
  });

  it('fails once two policies are there, for security alone where nobody chose', async () => {
    const names = await missing({
      'policies/backup.md': backup,
      'policies/risk.md': `# Risk management policy\n\n${words}\n`,
    });
    expect(names.length).toBe(23);
    expect(names).not.toContain('Privacy policy and notice');
    expect(names).not.toContain('Risk management policy');
  });

  it('fails at the line that declares them, for the chosen categories', async () => {
    const texts = {
      '.soc2/config.yml': 'categories: [security, availability]\nholds: [policies]\n',
      'policies/backup.md': backup,
    };
    const { results } = await scanned(texts, 'expected-policies-exist');
    expect(results.map(({ subject }) => subject.name)).toContain('Capacity and performance policy');
    expect(new Set(results.map(({ location }) => `${location?.file}:${location?.startLine}`))).toEqual(
      new Set(['.soc2/config.yml:2']),
    );
  });

  it('in examples and tests declares nothing and is not missed', async () => {
    expect(
      await missing({
        'examples/policies/backup.md': backup,
        'examples/policies/risk.md': `# Risk management policy\n\n${words}\n`,
      }),
    ).toEqual([]);
  });

  it('gives one hint in a repository without policies, which sets no state', async () => {
    const { results, coverage } = await scanned(
      { 'README.md': '# Shop\n' },
      'policies-have-a-place',
      'policies-agree',
      'expected-policies-exist',
    );
    expect(results.map(({ rule, verdict, severity }) => [rule, verdict, severity])).toEqual([
      ['policies-have-a-place', 'unknown', 'info'],
    ]);
    expect(coverage.find(({ criterion }) => criterion === 'CC5.3')!.state).toBe('nothing-to-judge');
  });
});
