import { count } from '../words.ts';
import { html, type Markup, type Part } from './markup.ts';

/** How much of each thing the page shows. A browser opens a few megabytes at once; the JSON report holds everything. */
export const most = {
  findingsInFull: 400,
  findingsInFullOfRule: 25,
  findingLines: 2_000,
  findingLinesOfRule: 200,
  findingsOfCriterion: 5,
  passes: 4_000,
  passesOfAspect: 60,
  unknowns: 1_000,
  unknownsOfReason: 60,
  elsewhere: 100,
  subjects: 3_000,
  subjectsOfKind: 200,
  exceptions: 500,
  problems: 300,
  unresolved: 300,
  records: 500,
} as const;

/** Gives out the first entries of one list after the other, until so many are given. */
export function budget(total: number): <T>(items: readonly T[], atMost?: number) => { kept: T[]; missing: number } {
  let left = total;
  return (items, atMost = Infinity) => {
    const kept = items.slice(0, Math.min(left, atMost));
    left -= kept.length;
    return { kept, missing: items.length - kept.length };
  };
}

/** Says aloud how many entries are left out. */
export const cutNote = (missing: number, one: string): Part =>
  missing > 0 &&
  html`<p class="cut">
    …and ${count(missing, `more ${one}`)}: ${missing === 1 ? 'it is' : 'they are'} in the JSON report (<code
      >--format json</code
    >).
  </p>`;

/** A table that may be wider than the page: it scrolls within a region that the keyboard reaches. */
export const table = (id: string, caption: string, headings: readonly string[], rows: readonly Markup[]): Markup =>
  html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
    <table>
      <caption id="${id}">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${headings.map((heading) => html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
