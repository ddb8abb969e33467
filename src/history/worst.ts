import type { Interval, State, Track } from './timeline.ts';

const worstFirst = ['fail', 'accepted', 'unknown', 'pass', 'absent'] as const satisfies readonly State[];

interface Step {
  at: number;
  leaves: State | undefined;
  enters: State;
  commit: string | null;
}

/** What several tracks came to together: at each time the worst of them. */
export function worstOf(tracks: readonly Track[], from: number, to: number): Interval[] {
  const steps = tracks
    .flatMap(({ intervals }) =>
      intervals.map(({ from: at, state, commit }, index): Step => ({
        at,
        leaves: intervals[index - 1]?.state,
        enters: state,
        commit,
      })),
    )
    .sort((a, b) => a.at - b.at);
  const count: { [S in State]: number } = { fail: 0, accepted: 0, unknown: 0, pass: 0, absent: 0 };
  const found: Interval[] = [];
  for (let index = 0; index < steps.length;) {
    const { at } = steps[index]!;
    const now: Step[] = [];
    for (; steps[index]?.at === at; index++) {
      const step = steps[index]!;
      now.push(step);
      if (step.leaves) count[step.leaves]--;
      count[step.enters]++;
    }
    const state = worstFirst.find((one) => count[one] > 0) ?? 'absent';
    const last = found.at(-1);
    if (last?.state === state) continue;
    if (last) last.to = at;
    const cause = now.find(({ enters }) => enters === state) ?? now.at(-1)!;
    found.push({ state, from: Math.max(at, from), to, commit: cause.commit });
  }
  return found;
}
