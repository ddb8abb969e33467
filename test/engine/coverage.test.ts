import { describe, expect, it } from 'vitest';
import { criteria } from '../../src/criteria/catalogue.ts';
import { coverage, stateOf, type Counted, type Tally } from '../../src/engine/coverage.ts';
import type { CoverageState } from '../../src/model/report.ts';

const few = [0, 1, 2] as const;
const both = [false, true] as const;
const reaches = ['primary', 'partial', 'weak', 'document', 'none'] as const;

/** Every combination of what decides a state: each count as none, one or several. */
function* tallies(): Iterable<Tally> {
  for (const inScope of both)
    for (const reach of reaches)
      for (const open of few)
        for (const inherited of few)
          for (const baseline of few)
            for (const accepted of few)
              for (const pass of few)
                for (const unknown of few)
                  for (const unread of few)
                    for (const onlyDocuments of both)
                      yield {
                        inScope,
                        reach,
                        counts: { pass, unknown, fail: { open, inherited, baseline, accepted } },
                        worst: open + inherited + baseline > 0 ? 'high' : undefined,
                        unread,
                        onlyDocuments,
                      };
}

/** The table of the design, row by row: what each state means, said without the others. */
const meanings: { readonly [S in CoverageState]: (tally: Tally) => boolean } = {
  'out-of-scope': ({ inScope }) => !inScope,
  'outside-repository': (tally) => outside(tally) && !described(tally),
  gap: (tally) => reached(tally) && notAccepted(tally) > 0,
  undetermined: (tally) => reached(tally) && notAccepted(tally) === 0 && (tally.counts.unknown > 0 || tally.unread > 0),
  accepted: (tally) => settled(tally) && tally.counts.fail.accepted > 0,
  evidence: (tally) => passed(tally) && !supporting(tally),
  'supporting-evidence': (tally) => (passed(tally) && supporting(tally)) || (outside(tally) && described(tally)),
  'nothing-to-judge': (tally) => settled(tally) && tally.counts.fail.accepted === 0 && tally.counts.pass === 0,
};
const outside = ({ inScope, reach }: Tally) => inScope && reach === 'none';
/** By a document here, of which nothing else is said. */
const described = ({ counts, unread }: Tally) =>
  counts.pass > 0 && counts.unknown + unread + Object.values(counts.fail).reduce((sum, n) => sum + n, 0) === 0;
const reached = ({ inScope, reach }: Tally) => inScope && reach !== 'none';
const notAccepted = ({ counts: { fail } }: Tally) => fail.open + fail.inherited + fail.baseline;
const settled = (tally: Tally) =>
  reached(tally) && notAccepted(tally) === 0 && tally.counts.unknown === 0 && tally.unread === 0;
const passed = (tally: Tally) => settled(tally) && tally.counts.fail.accepted === 0 && tally.counts.pass > 0;
const supporting = ({ reach, onlyDocuments }: Tally) => reach === 'weak' || reach === 'document' || onlyDocuments;

describe('the state of a criterion', () => {
  it('is exactly one, for every combination there is', () => {
    let seen = 0;
    for (const tally of tallies()) {
      const fitting = (Object.keys(meanings) as CoverageState[]).filter((state) => meanings[state](tally));
      if (fitting.length !== 1 || fitting[0] !== stateOf(tally))
        expect({ tally, fitting }).toEqual({ tally, fitting: [stateOf(tally)] });
      seen++;
    }
    expect(seen).toBe(2 * 5 * 3 ** 7 * 2);
  });

  it('is evidence only where nothing failed, nothing is unknown and everything was read', () => {
    for (const tally of tallies())
      if (stateOf(tally).endsWith('evidence')) {
        const { counts, unread } = tally;
        expect([counts.fail, counts.unknown, unread]).toEqual([
          { open: 0, inherited: 0, baseline: 0, accepted: 0 },
          0,
          0,
        ]);
        expect(counts.pass).toBeGreaterThan(0);
      }
  });

  it('never gets better by more failures, more unknowns, or files that could not be read', () => {
    const rank: CoverageState[] = [
      'gap',
      'undetermined',
      'accepted',
      'nothing-to-judge',
      'supporting-evidence',
      'evidence',
    ];
    const better: Tally[] = [];
    for (const tally of tallies()) {
      if (!reached(tally)) continue;
      const { counts } = tally;
      const now = rank.indexOf(stateOf(tally));
      const worse: Tally[] = [
        { ...tally, unread: tally.unread + 1 },
        { ...tally, counts: { ...counts, unknown: counts.unknown + 1 } },
        ...(['open', 'inherited', 'baseline'] as const).map((what) => ({
          ...tally,
          counts: { ...counts, fail: { ...counts.fail, [what]: counts.fail[what] + 1 } },
        })),
      ];
      better.push(...worse.filter((other) => rank.indexOf(stateOf(other)) > now));
    }
    expect(better).toEqual([]);
  });

  it('is not changed by a baseline', () => {
    const changed = [...tallies()].filter((tally) => {
      const { open, baseline } = tally.counts.fail;
      const fail = { ...tally.counts.fail, open: 0, baseline: open + baseline };
      return stateOf({ ...tally, counts: { ...tally.counts, fail } }) !== stateOf(tally);
    });
    expect(changed).toEqual([]);
  });
});

describe('coverage', () => {
  const say = (outcome: Counted['outcome'], more: Partial<Counted> = {}): Counted => ({
    rule: 'door-is-closed',
    aspect: undefined,
    criteria: ['CC6.1'],
    subject: 0,
    severity: 'high',
    outcome,
    shows: 'state',
    ...more,
  });
  const row = (judgements: readonly Counted[], id = 'CC6.1', unread = 0) =>
    coverage(judgements, () => unread, null, [], null).find(({ criterion }) => criterion === id)!;

  it('has a row for each of the 61, in their order', () => {
    expect(coverage([], () => 0, null, [], null).map(({ criterion }) => criterion)).toEqual(
      criteria.map(({ id }) => id),
    );
  });

  it('counts subjects and not items: once a rule and aspect, by the worst that was said', () => {
    expect(row([say('pass'), say('open'), say('open'), say('accepted')]).counts).toEqual({
      pass: 0,
      unknown: 0,
      fail: { open: 1, accepted: 0, inherited: 0, baseline: 0 },
    });
    expect(row([say('accepted'), say('unknown')]).counts.unknown).toBe(1);
    expect(
      row([say('pass', { aspect: 'lock' }), say('pass', { aspect: 'hinge' }), say('pass', { subject: 1 })]).counts.pass,
    ).toBe(3);
  });

  it('takes no hint for evidence, either way', () => {
    expect(row([say('open', { severity: 'info' }), say('pass', { severity: 'info' })]).state).toBe('nothing-to-judge');
  });

  it('names the worst of what is not accepted, and how many there are of each', () => {
    const { worst, bySeverity, state } = row([
      say('accepted', { severity: 'critical', subject: 1 }),
      say('baseline', { severity: 'medium', subject: 2 }),
      say('inherited', { severity: 'low', subject: 3 }),
    ]);
    expect({ worst, bySeverity, state }).toEqual({ worst: 'medium', bySeverity: { medium: 1, low: 1 }, state: 'gap' });
  });

  it('is supporting evidence where only documents speak', () => {
    expect(row([say('pass', { shows: 'document' })]).state).toBe('supporting-evidence');
    expect(row([say('pass', { shows: 'document' }), say('pass', { rule: 'other' })]).state).toBe('evidence');
  });

  it('points to what is kept elsewhere, and says when it is overdue', () => {
    const at = { file: '.soc2/manual-evidence.yml', span: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 } };
    const entry = {
      criterion: 'CC1.2' as const,
      what: 'minutes',
      where: 'drive',
      date: '2025-01-31',
      nextDue: '2026-01-31',
      at,
    };
    const of = (asOf: string | null) =>
      coverage([], () => 0, null, [entry], asOf).find(({ criterion }) => criterion === 'CC1.2')!;
    expect(of('2026-01-31')).toMatchObject({
      state: 'outside-repository',
      manual: [{ what: 'minutes', nextDue: '2026-01-31' }],
    });
    expect(of('2026-01-31').manual![0]!.overdue).toBeUndefined();
    expect(of('2026-02-01').manual![0]!.overdue).toBe(true);
    expect(of(null).manual![0]!.overdue).toBeUndefined();
  });
});
