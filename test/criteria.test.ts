import { describe, expect, it } from 'vitest';
import { ruleIndex } from '../rules/index.ts';
import { criteria, type CriterionId, type Route } from '../src/criteria/catalogue.ts';
import { duties } from '../src/criteria/duties.ts';
import { gapsOf } from '../src/report/gaps.ts';
import { scanTree } from './scan-tree.ts';

// Which way evidence for each criterion mostly comes.
const routes: { readonly [R in Route]: string } = {
  automated:
    'CC4.1 CC4.2 CC5.2 CC6.1 CC6.2 CC6.3 CC6.6 CC6.7 CC6.8 CC7.1 CC7.2 CC8.1 A1.1 A1.2 PI1.3 PI1.5 C1.1 C1.2 P4.2 P4.3',
  document:
    'CC1.1 CC1.3 CC1.4 CC1.5 CC2.1 CC2.2 CC2.3 CC3.1 CC3.2 CC3.3 CC3.4 CC5.1 CC5.3 CC6.4 CC6.5 CC7.3 CC7.4 CC7.5 CC9.1 CC9.2 A1.3 PI1.1 PI1.2 PI1.4 P1.1 P2.1 P3.1 P3.2 P4.1 P5.1 P5.2 P6.1 P6.4 P6.5 P6.6 P7.1 P8.1',
  outside: 'CC1.2 P6.2 P6.3 P6.7',
};
const expected = new Map<string, Route>(
  (Object.keys(routes) as Route[]).flatMap((route) => routes[route].split(' ').map((id) => [id, route] as const)),
);
const documentKinds = new Set([
  'policy',
  'policy-document',
  'policy-set',
  'record',
  'register',
  'duty',
  'kept-elsewhere',
]);

describe('the 61 criteria', () => {
  it('have each their route in the coverage of a report', async () => {
    const { report } = await scanTree(new Map([['README.md', '']]));
    expect(report.coverage.map(({ criterion, route }) => [criterion, route])).toEqual(
      criteria.map(({ id }) => [id, expected.get(id)]),
    );
    expect(report.coverage).toHaveLength(61);
    expect(expected.size).toBe(61);
  });

  it.each(criteria.map(({ id, route }) => [id, route] as const))('%s, %s, has the rules for it', (id, route) => {
    const own = ruleIndex.entries.filter((entry) => entry.criteria.includes(id));
    const ofDocuments = own.filter(({ kinds }) => kinds.some((kind) => documentKinds.has(kind)));
    if (route === 'outside') expect(own.map((entry) => entry.id)).toEqual(['records-elsewhere-have-a-place']);
    else expect(ofDocuments.length).toBeGreaterThan(0);
  });

  // Existence, text and sections of the one policy say little of the single criterion.
  const byItself = new Set<CriterionId>(Object.values(duties).map(({ criterion }) => criterion));
  it.each(
    criteria
      .filter(({ id, route }) => /^(?:P|PI)\d/.test(id) && route !== 'outside')
      .map(({ id }) => id)
      .filter((id) => id !== 'P4.2' && id !== 'P6.6'),
  )('%s is looked for by itself', (id) => {
    expect(byItself).toContain(id);
  });

  it('outside are supported by a document that describes the record, and still point to the record', async () => {
    const charter =
      '---\ntitle: Charter of the board\nowner: Chair\napprover: Owners\n---\n\nThe board meets each quarter. Its minutes are kept in its portal.\n';
    const log =
      '---\ntitle: Log of disclosures\nowner: DPO\napprover: CEO\n---\n\nEach disclosure is logged in the privacy tool.\n';
    const { report } = await scanTree(
      new Map([
        ['docs/policies/board-charter.md', charter],
        ['docs/policies/disclosure-log.md', log],
      ]),
    );
    const row = (id: string) => report.coverage.find(({ criterion }) => criterion === id)!;
    for (const id of ['CC1.2', 'P6.2']) {
      expect(row(id)).toMatchObject({ state: 'supporting-evidence', route: 'outside', reach: 'none' });
      expect(row(id).elsewhere).not.toBe('');
      const gap = gapsOf(report).find(({ criterion }) => criterion === id)!;
      expect(gap.missing).toEqual([
        expect.objectContaining({ who: 'outside', do: expect.stringContaining('.soc2/manual-evidence.yml') }),
      ]);
    }
    expect(row('P6.3').state).toBe('outside-repository');
  });
});
