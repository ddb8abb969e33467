import type { History } from '../../../history/history.ts';
import { html, type Markup, type Part } from '../../html/markup.ts';
import { shell } from '../../html/shell.ts';
import { count, thousands } from '../../words.ts';
import { limits } from '../terms.ts';
import { changesSection, contradictionsSection, exceptionsSection, reviewsSection } from './kept.ts';
import { criteriaSection, rulesSection, windowsSection } from './periods.ts';
import { style } from './style.ts';

/** The page of a history: a strip for each criterion, and everything else as tables. */
export const historyHtml = (history: History): string =>
  `${shell({
    title: `SOC 2 over a period, ${history.period.from} to ${history.period.to}`,
    style,
    head: head(history),
    sections: [
      ['criteria', 'Criteria', criteriaSection(history)],
      ['windows', 'Windows of exposure', windowsSection(history)],
      ['reviews', 'Reviews', reviewsSection(history)],
      ['contradictions', 'Contradictions', contradictionsSection(history)],
      ['exceptions', 'Exceptions', exceptionsSection(history)],
      ['changes', 'Changes', changesSection(history)],
      ['rules', 'Rules', rulesSection(history)],
    ],
    footer: [
      limits.join(' '),
      `${history.tool.name} ${history.tool.version}. The same history and arguments give the same page.`,
    ],
  }).text.trim()}\n`;

function head({ period, range, completeness, windows, population, reviews }: History): Markup {
  const late = reviews.flatMap(({ dues }) => dues.filter(({ result }) => result === 'late' || result === 'missing'));
  return html`<header class="page-head">
    <p class="eyebrow">SOC 2 over a period</p>
    <h1>${period.from} to ${period.to}</h1>
    <div class="limits" role="note" aria-label="The limits of this page">
      ${limits.map((sentence) => html`<p>${sentence}</p>`)}
    </div>
    <dl class="facts">
      ${fact('Before the period', commit(range.before))} ${fact('Last commit', commit(range.last))}
      ${fact('Changes', count(range.commits, 'commit'))} ${fact('Clock', 'the day of the committer, UTC')}
      ${fact('Completeness', completeness.established ? 'nothing that git shows speaks against it' : html`<b>not established</b>`)}
    </dl>
    ${
      completeness.reasons.length > 0 &&
      html`<ul class="plain-list reasons-of">
        ${completeness.reasons.map((reason) => html`<li>${reason}</li>`)}
      </ul>`
    }
    <dl class="figures">
      ${figure('Windows of exposure', windows.length)}
      ${figure('Open at the end', windows.filter(({ to }) => to === null).length)}
      ${figure('Reviews late or missing', late.length)} ${figure('Changes that deviate', population.deviations)}
      ${figure('Changes that can’t be told', population.cannotTell)}
    </dl>
  </header>`;
}

const commit = (id: string | null): Part => (id === null ? 'none' : html`<code>${id.slice(0, 12)}</code>`);

const fact = (term: string, value: Part): Markup =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

const figure = (term: string, n: number): Markup =>
  html`<div>
    <dt>${term}</dt>
    <dd><span class="big">${thousands(n)}</span></dd>
  </div>`;
