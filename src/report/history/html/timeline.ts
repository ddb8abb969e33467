import { dayOfTime } from '../../../history/commit.ts';
import type { Interval, State } from '../../../history/timeline.ts';
import { html, raw, type Markup } from '../../html/markup.ts';

/** What each state of a time is called. */
export const intervalWords: { readonly [S in State]: string } = {
  fail: 'something failed',
  accepted: 'failures, all accepted',
  unknown: 'something could not be told',
  pass: 'nothing failed',
  absent: 'nothing to judge',
};

export const states = Object.keys(intervalWords) as State[];

const width = 1000;
const height = 28;
/** From the top and how high, so that no state is told by colour alone: the more is wrong, the higher. */
const bars: { readonly [S in State]: readonly [y: number, height: number] } = {
  fail: [0, 24],
  accepted: [6, 18],
  unknown: [12, 12],
  pass: [18, 6],
  absent: [23, 1],
};

/** The period as a strip, with a tick for each month that begins. A table beside it says the same in words. */
export function strip(intervals: readonly Interval[], from: number, to: number): Markup {
  const x = (time: number) => Math.round(((time - from) / (to - from)) * width * 100) / 100;
  const parts = intervals
    .filter(({ from: begin, to: end }) => end > begin)
    .map(({ state, from: begin, to: end }) => {
      const [y, high] = bars[state];
      // What failed for an hour of a year is seen all the same.
      const wide = Math.max(x(end) - x(begin), state === 'fail' || state === 'accepted' ? 3 : 0.5);
      const left = Math.min(x(begin), width - wide);
      return `<rect class="time-${state}" x="${left}" y="${y}" width="${Math.round(wide * 100) / 100}" height="${high}"/>`;
    });
  const ticks = monthsIn(from, to).map((time) => `<path class="tick" d="M${x(time)} 24v4"/>`);
  return raw(
    `<svg class="strip" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts.join('')}${ticks.join('')}</svg>`,
  );
}

/** What the strips mean: each state with its piece of a strip. */
export const legend = (): Markup =>
  html`<dl class="times">
    ${states.map(
      (state) =>
        html`<div>
          <dt>
            ${raw(`<svg class="piece" viewBox="0 0 24 28" aria-hidden="true" focusable="false"><rect class="time-${state}" x="0" y="${bars[state][0]}" width="24" height="${bars[state][1]}"/></svg>`)}
            ${intervalWords[state]}
          </dt>
        </div>`,
    )}
  </dl>`;

function monthsIn(from: number, to: number): number[] {
  const [year, month] = dayOfTime(from).split('-').map(Number) as [number, number];
  const months: number[] = [];
  for (let next = month; ; next++) {
    const time = Date.UTC(year, next, 1) / 1000;
    if (time >= to) return months;
    months.push(time);
  }
}
