import type { Engagement, Report } from '../../model/report.ts';
import { severities } from '../../model/verdict.ts';
import type { RenderContext } from '../context.ts';
import { count, readAt, scopeOf, thousands } from '../words.ts';
import { severityWord } from './findings.ts';
import { html, type Markup, type Part } from './markup.ts';

/** What the page is about, by the name that its owners gave it. */
export const nameOfSystem = ({ system }: Report, { links }: RenderContext): string | undefined =>
  system?.name ?? links?.repository;

export const titleOf = (report: Report, context: RenderContext): string => {
  const name = nameOfSystem(report, context);
  const about = report.scope.partial ? 'SOC 2: some files' : 'SOC 2 coverage';
  return `${about}${name === undefined ? '' : ` of ${name}`}, ${readAt(report)}`;
};

/** What was read, when, for which engagement, and what it does not say. */
export function head(report: Report, context: RenderContext): Markup {
  const { repository, asOf, summary, limits, scope } = report;
  const { files } = summary;
  const name = nameOfSystem(report, context);
  return html`<header class="page-head">
    <p class="eyebrow">${scope.partial ? 'SOC 2: some files' : 'SOC 2 coverage'}</p>
    <h1>${name ?? 'What this repository can show'}</h1>
    <div class="limits" role="note" aria-label="The limits of this page">
      ${limits.map((sentence) => html`<p>${sentence}</p>`)}
    </div>
    <dl class="facts">
      ${fact('Commit', repository.commit ? html`<code>${repository.commit.slice(0, 12)}</code>${repository.dirty && ' with changes that are not committed'}` : 'none')}
      ${fact('As of', asOf ?? 'no date')} ${fact('Engagement', engagementOf(report.engagement))}
      ${fact('In scope', scopeOf(report))}
      ${fact('Read', `${thousands(files.read)} of ${thousands(files.listed)} files${files.unread > 0 ? `; ${thousands(files.unread)} could not be read` : ''}`)}
      ${fact('Judged', `${count(summary.subjects, 'subject')}, by ${count(summary.rules, 'rule')}`)}
    </dl>
    ${figures(report)}
  </header>`;
}

const fact = (term: string, value: Part): Markup =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

function engagementOf({ type, asOf, period }: Engagement): string {
  if (type === null) return 'none stated';
  if (period) return `Type ${type}, ${period.from} to ${period.to}`;
  return asOf === undefined ? `Type ${type}` : `Type ${type}, as of ${asOf}`;
}

function figures({ summary }: Report): Markup {
  const { open, unknown, accepted, inherited, baseline, passes, elsewhere } = summary;
  const total = severities.reduce((sum, severity) => sum + open[severity], 0);
  const worst = severities
    .filter((severity) => open[severity] > 0)
    .map((severity) => html`<li>${thousands(open[severity])} ${severityWord(severity)}</li>`);
  return html`<dl class="figures">
    <div class="wide">
      <dt>Open findings</dt>
      <dd>
        <span class="big">${thousands(total)}</span>${
          worst.length > 0 &&
          html`<ul>
            ${worst}
          </ul>`
        }
      </dd>
    </div>
    ${figure('Unknown', unknown)} ${figure('Accepted', accepted)}
    ${inherited > 0 && figure('Waived by other tools’ comments', inherited)}
    ${baseline > 0 && figure('In the baseline', baseline)} ${figure('Passes', passes)}
    ${elsewhere > 0 && figure('In examples, tests and vendored code', elsewhere)}
  </dl>`;
}

const figure = (term: string, n: number): Markup =>
  html`<div>
    <dt>${term}</dt>
    <dd><span class="big">${thousands(n)}</span></dd>
  </div>`;
