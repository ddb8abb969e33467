import { criterion } from '../../criteria/catalogue.ts';
import type { CoverageRow, CoverageState, Report } from '../../model/report.ts';
import { groupBy } from '../findings.ts';
import { allFailures, byCategory, count, notesOf, rowsOf, stateOf, stateWords, thousands } from '../words.ts';
import { html, type Markup, type Part } from './markup.ts';
import { shape, stateMeanings } from './states.ts';

/** Coverage at a glance: the states with their numbers and meaning, then a tile for each criterion. */
export function coverageSection(report: Report): Markup {
  const rows = rowsOf(report);
  return html`<section aria-labelledby="coverage">
    <h2 id="coverage">Coverage by category</h2>
    <p>Each tile is one criterion, with its state, and leads to its rules and findings.</p>
    ${legend(rows)}
    ${byCategory(rows).map(
      ({ title, rows: ofCategory }) =>
        html`<div class="category">
          <h3>${title}</h3>
          ${seriesOf(ofCategory)}
        </div>`,
    )}
  </section>`;
}

function legend(rows: readonly CoverageRow[]): Markup {
  const states = (Object.keys(stateWords) as CoverageState[]).map((state) => ({
    state,
    n: rows.filter((row) => row.state === state).length,
  }));
  return html`<dl class="legend">
    ${states
      .filter(({ n }) => n > 0)
      .map(
        ({ state, n }) =>
          html`<div class="state-${state}">
            <dt>
              ${shape(state)} <span class="number">${n}</span> ${state === 'gap' && n > 1 ? 'gaps' : stateWords[state]}
            </dt>
            <dd>${stateMeanings[state]}</dd>
          </div>`,
      )}
  </dl>`;
}

const seriesOf = (rows: readonly CoverageRow[]): Part =>
  groupBy(rows, (row) => criterion(row.criterion).series).map((ofSeries) => {
    const [code, ...words] = criterion(ofSeries[0].criterion).series.split(' ');
    return html`<div class="series">
      <h4><span class="code-of">${code}</span> ${words.join(' ')}</h4>
      <ul class="tiles">
        ${ofSeries.map(tile)}
      </ul>
    </div>`;
  });

const tile = (row: CoverageRow): Markup =>
  html`<li>
    <a class="tile state-${row.state}" href="#${row.criterion}">
      <span class="tile-head"><b>${row.criterion}</b> ${shape(row.state)}</span>
      <span class="tile-title">${row.title}</span>
      <span class="tile-state">${stateOf(row)}</span>
      ${numbers(row)}
    </a>
  </li>`;

function numbers(row: CoverageRow): Part {
  const words = countWords(row);
  return words !== '' && html`<span class="tile-counts">${words}</span>`;
}

/** `3 fail · 4 unknown · 118 pass`, with what the state alone would hide. */
export function countWords(row: CoverageRow): string {
  const fails = allFailures(row);
  return [
    fails > 0 && `${thousands(fails)} fail`,
    row.counts.unknown > 0 && `${thousands(row.counts.unknown)} unknown`,
    row.counts.pass > 0 && `${thousands(row.counts.pass)} pass`,
    row.unread > 0 && `${count(row.unread, 'file')} unread`,
  ]
    .filter((part) => part !== false)
    .join(' · ');
}

/** The state as a word with its shape, and what it would hide. */
export function stateLine(row: CoverageRow): Markup {
  const notes = notesOf(row);
  return html`<span class="state state-${row.state}">${shape(row.state)} ${stateOf(row)}</span
    >${notes !== '' && html` <span class="aside">(${notes})</span>`}`;
}
