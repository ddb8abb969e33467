import type { CoverageState } from '../../model/report.ts';
import { html, raw, type Markup } from './markup.ts';

/** What each state of a criterion means, for a reader who has not met the words. */
export const stateMeanings: { readonly [S in CoverageState]: string } = {
  gap: 'At least one failure that nobody has accepted.',
  undetermined: 'No such failure, but something could not be judged.',
  accepted: 'Failures, all of them accepted in writing, with a reason.',
  evidence: 'Rules judged something here and none failed. It is evidence for the criterion, not all of it.',
  'supporting-evidence': 'The same, where a repository can only lend support: what it rests on is kept elsewhere.',
  'nothing-to-judge': 'Rules exist, but nothing of their kind is in this repository. Not a pass.',
  'outside-repository': 'No repository can show it: what shows it is kept elsewhere.',
  'out-of-scope': 'Its category was not chosen.',
};

/** A shape for each state, so that no state is told by colour alone. Drawn in a box of 16 by 16. */
const shapes: { readonly [S in CoverageState]: string } = {
  gap: '<path d="M8 1.2 15.2 14.6H.8Z" fill="currentColor"/><path d="M8 6v4M8 11.4v1.5" stroke="var(--on-shape)" stroke-width="1.7"/>',
  undetermined:
    '<rect x="3" y="3" width="10" height="10" transform="rotate(45 8 8)" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 5.2v3.4M8 9.8v1.5" stroke="currentColor" stroke-width="1.7"/>',
  accepted:
    '<rect x="2.1" y="2.1" width="11.8" height="11.8" rx="1.5" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M5 8.2 7.2 10.4 11.2 5.8" fill="none" stroke="currentColor" stroke-width="1.7"/>',
  evidence: '<circle cx="8" cy="8" r="6.4" fill="currentColor"/>',
  'supporting-evidence':
    '<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 2.4a5.6 5.6 0 0 1 0 11.2Z" fill="currentColor"/>',
  'nothing-to-judge':
    '<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 2.2"/>',
  'outside-repository':
    '<path d="M8.6 3H3v10h10V7.6" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M10.4 2H14v3.6M13.6 2.4 7.6 8.4" fill="none" stroke="currentColor" stroke-width="1.6"/>',
  'out-of-scope': '<path d="M3 8h10" stroke="currentColor" stroke-width="1.8"/>',
};

/** Every shape once; the page refers to them. */
export const shapeSheet: Markup = raw(
  `<svg width="0" height="0" aria-hidden="true" class="sheet">${Object.entries(shapes)
    .map(([state, shape]) => `<symbol id="shape-${state}" viewBox="0 0 16 16">${shape}</symbol>`)
    .join('')}</svg>`,
);

export const shape = (state: CoverageState): Markup =>
  html`<svg class="shape" aria-hidden="true" focusable="false"><use href="#shape-${state}" /></svg>`;
