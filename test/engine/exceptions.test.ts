import { describe, expect, it } from 'vitest';
import { looked, otherRulesOff, pinned, workflow } from '../run.ts';
import { scanTree } from '../scan-tree.ts';

const ci = '.github/workflows/ci.yml';
const asOf = '2026-11-22';
const register = (...entries: string[]) =>
  `exceptions:\n${entries.map((entry) => `  - { rule: actions-are-pinned, reason: known, ${entry} }\n`).join('')}`;

async function judged(tree: { [path: string]: string }, more: { asOf?: string; rules?: string[] } = { asOf }) {
  const { report: whole } = await scanTree(
    new Map(Object.entries({ [ci]: workflow(), '.soc2/config.yml': otherRulesOff, ...tree })),
    more,
  );
  const report = { ...whole, results: whole.results.filter(({ rule }) => looked.has(rule)) };
  return {
    report,
    dispositions: report.results
      .filter(({ verdict }) => verdict === 'fail')
      .map(({ rule, aspect, disposition }) => [rule, aspect, disposition].filter(Boolean).join(' ')),
    states: report.exceptions.map(({ source, state }) => `${source} ${state}`),
    cc68: report.coverage.find(({ criterion }) => criterion === 'CC6.8')!.state,
  };
}
const commented = (comment: string) => workflow({ action: `actions/checkout@v4 # ${comment}` });

describe('the register', () => {
  it('accepts by path or by subject: then the criterion is accepted, and no gap', async () => {
    for (const entry of [
      'path: .github/workflows',
      'path: "**/*.yml"',
      `subject: "*"`,
      'path: .github, aspect: action',
      'path: .github, until: 2026-11-22, owner: a, approver: b',
    ]) {
      const { dispositions, states, cc68, report } = await judged({ '.soc2/exceptions.yml': register(entry) });
      expect([dispositions, states, cc68], entry).toEqual([
        ['actions-are-pinned action accepted'],
        ['register used'],
        'accepted',
      ]);
      expect(report.results[0]!.exception).toBe(0);
      expect(report.summary).toMatchObject({ accepted: 1, open: { high: 0 } });
    }
  });

  it('accepts nothing else: another path, subject or aspect', async () => {
    for (const entry of ['path: infra', 'subject: job', 'path: .github, aspect: image']) {
      const { dispositions, states, cc68 } = await judged({ '.soc2/exceptions.yml': register(entry) });
      expect([dispositions, states, cc68], entry).toEqual([
        ['actions-are-pinned action open', 'exceptions-are-current use open'],
        ['register unused'],
        'gap',
      ]);
    }
  });

  it('ends on its day, and says at the finding that it once was accepted', async () => {
    const { dispositions, states, cc68, report } = await judged({
      '.soc2/exceptions.yml': register('path: .github, until: 2026-11-21'),
    });
    expect([dispositions, states, cc68]).toEqual([
      ['actions-are-pinned action open', 'exceptions-are-current date open'],
      ['register expired'],
      'gap',
    ]);
    expect(report.results[0]!.related).toContainEqual({
      name: 'accepted until 2026-11-21',
      location: expect.objectContaining({ file: '.soc2/exceptions.yml', startLine: 2 }),
    });
    expect(report.results[1]).toMatchObject({
      message: 'The acceptance of actions-are-pinned for .github ended on 2026-11-21.',
      severity: 'low',
    });
  });

  it('without a day to judge by is applied, and what can’t be told is unknown', async () => {
    const { dispositions, states, report } = await judged(
      { '.soc2/exceptions.yml': register('path: .github, until: 2020-01-01') },
      {},
    );
    expect([dispositions, states]).toEqual([['actions-are-pinned action accepted'], ['register used']]);
    expect(report.results.find(({ verdict }) => verdict === 'unknown')?.reason?.code).toBe('no-as-of');
  });

  it('accepts nothing that its owner approved', async () => {
    const { dispositions, states } = await judged({
      '.soc2/exceptions.yml': register('path: .github, owner: me, approver: me'),
    });
    expect([dispositions, states]).toEqual([
      ['actions-are-pinned action open', 'exceptions-are-current approval open'],
      ['register invalid'],
    ]);
  });

  it('is not called unused where its rule did not look at everything', async () => {
    const { states } = await judged(
      { '.soc2/exceptions.yml': register('path: infra') },
      { asOf, rules: ['changes-are-tested'] },
    );
    expect(states).toEqual(['register not-checked']);
    const off = await judged({
      '.soc2/exceptions.yml': register('path: infra'),
      '.soc2/config.yml': 'rules: { actions-are-pinned: off }\n',
    });
    expect(off.states).toEqual(['register not-checked']);
  });

  it('is unused also where there is nothing of the kind at all', async () => {
    const { states } = await judged({
      [ci]: 'on: push\njobs: {}\n',
      '.soc2/exceptions.yml': register('path: .github'),
    });
    expect(states).toEqual(['register unused']);
  });
});

describe('a comment of ours', () => {
  it('accepts where it stands', async () => {
    const { dispositions, states, cc68, report } = await judged({
      [ci]: commented('soc2-lint: accept actions-are-pinned until 2027-01-31 -- trusted'),
    });
    expect([dispositions, states, cc68]).toEqual([['actions-are-pinned action accepted'], ['inline used'], 'accepted']);
    expect(report.exceptions[0]).toMatchObject({
      reason: 'trusted',
      until: '2027-01-31',
      location: { file: ci, startLine: 9 },
    });
  });

  it('accepts one aspect alone, and ends on its day', async () => {
    expect((await judged({ [ci]: commented('soc2-lint: accept actions-are-pinned/action -- x') })).states).toEqual([
      'inline used',
    ]);
    expect((await judged({ [ci]: commented('soc2-lint: accept actions-are-pinned/image -- x') })).states).toEqual([
      'inline unused',
    ]);
    expect(
      (await judged({ [ci]: commented('soc2-lint: accept actions-are-pinned until 2026-11-21 -- x') })).dispositions,
    ).toEqual(['actions-are-pinned action open', 'exceptions-are-current date open']);
  });

  it('does not reach what it doesn’t stand at', async () => {
    const { dispositions } = await judged({
      [ci]: `${commented('soc2-lint: accept actions-are-pinned -- x')}      - uses: acme/other@v1\n`,
    });
    expect(dispositions).toEqual(['actions-are-pinned action accepted', 'actions-are-pinned action open']);
  });

  it.each([
    ['soc2-lint: accept actions-are-pinned', 'expected a reason after "--": an acceptance without one is not valid'],
    [
      'soc2-lint: accept actions-are-pined -- x',
      'there is no rule "actions-are-pined" to accept (soc2-lint rules lists them)',
    ],
    ['soc2-lint: ignore', 'expected "soc2-lint: accept <rule>[/<aspect>] [until YYYY-MM-DD] -- reason"'],
  ])('%s accepts nothing, and is told', async (comment, message) => {
    const { dispositions, report } = await judged({ [ci]: commented(comment) });
    expect(dispositions).toEqual(['actions-are-pinned action open']);
    expect(report.problems).toEqual([expect.objectContaining({ kind: 'comment', message, notice: true })]);
  });
});

describe('a comment for another tool', () => {
  it('is inherited: quiet, and still a gap', async () => {
    const { dispositions, states, cc68, report } = await judged({
      [ci]: commented('zizmor: ignore[unpinned-uses] trusted'),
    });
    expect([dispositions, states, cc68]).toEqual([['actions-are-pinned action inherited'], ['inherited used'], 'gap']);
    expect(report.exceptions[0]).toMatchObject({ tool: 'zizmor', rule: 'unpinned-uses', reason: 'trusted' });
    expect(report.summary).toMatchObject({ inherited: 1, open: { high: 0 } });
  });

  it('without an equivalent is listed and does nothing', async () => {
    const { dispositions, states } = await judged({ [ci]: commented('zizmor: ignore[no-such-audit]') });
    expect([dispositions, states]).toEqual([['actions-are-pinned action open'], ['inherited no-equivalent']]);
  });

  it('gives way to an acceptance, by comment or register', async () => {
    const both = await judged({
      [ci]: commented('zizmor: ignore[unpinned-uses]'),
      '.soc2/exceptions.yml': register('path: .github'),
    });
    expect([both.dispositions, both.states, both.cc68]).toEqual([
      ['actions-are-pinned action accepted'],
      ['register used', 'inherited unused'],
      'accepted',
    ]);
  });
});

describe('a baseline', () => {
  it('never improves coverage, and an acceptance outweighs it', async () => {
    const { report } = await judged({});
    const [{ fingerprint }] = report.results as [(typeof report.results)[number]];
    const baseline = JSON.stringify({
      version: 1,
      findings: [{ fingerprint, rule: 'actions-are-pinned', file: ci, subject: 'x' }],
    });
    const known = await judged({ '.soc2/baseline.json': baseline });
    expect([known.dispositions, known.cc68]).toEqual([['actions-are-pinned action baseline'], 'gap']);
    expect(known.report.coverage.map(({ state, worst }) => [state, worst])).toEqual(
      report.coverage.map(({ state, worst }) => [state, worst]),
    );
    const accepted = await judged({
      '.soc2/baseline.json': baseline,
      '.soc2/exceptions.yml': register('path: .github'),
    });
    expect([accepted.dispositions, accepted.cc68]).toEqual([['actions-are-pinned action accepted'], 'accepted']);
  });
});

describe('records kept elsewhere', () => {
  it('are findings when they are overdue', async () => {
    const evidence =
      'evidence:\n  - { criterion: CC1.2, what: minutes, where: drive, date: 2025-10-31, nextDue: 2026-10-31 }\n';
    const { report, dispositions } = await judged({
      [ci]: workflow({ action: pinned }),
      '.soc2/manual-evidence.yml': evidence,
    });
    expect(dispositions).toEqual(['manual-evidence-is-current open']);
    expect(report.results[0]).toMatchObject({
      message: 'The record for CC1.2: minutes was due on 2026-10-31.',
      location: { file: '.soc2/manual-evidence.yml', startLine: 2 },
    });
    expect(report.coverage.find(({ criterion }) => criterion === 'CC1.2')).toMatchObject({
      state: 'outside-repository',
      manual: [{ overdue: true }],
    });
  });
});
