import { criterion } from '../../../criteria/catalogue.ts';
import { dayOfTime, timeOfDay } from '../../../history/commit.ts';
import type { Total, Window } from '../../../history/exposure.ts';
import type { History } from '../../../history/history.ts';
import { anchor, html, type Markup, type Part } from '../../html/markup.ts';
import { cutNote, table } from '../../html/size.ts';
import { count, thousands } from '../../words.ts';
import { byWhat, withoutWindows } from '../terms.ts';
import { intervalWords, legend, strip } from './timeline.ts';

const day = 86_400;
const most = { intervals: 60, windows: 1_000 } as const;

export const totalWords: { readonly [S in Total['state']]: string } = {
  deviation: 'deviation',
  'no-deviation': 'no deviation',
  undetermined: 'undetermined',
  'no-occurrence': 'nothing occurred',
};

/** What a total says in a few figures. */
export const figuresOf = ({ deviations, open, reopened, remediation: { n, medianDays, worstDays } }: Total): string =>
  [
    `${count(deviations, 'window')} of exposure`,
    open > 0 && `${thousands(open)} open at the end`,
    reopened > 0 && `${thousands(reopened)} reopened`,
    n > 0 && `mended in ${medianDays} days (median), ${worstDays} at worst, n = ${n}`,
  ]
    .filter(Boolean)
    .join('; ');

/** A strip for each criterion, and below it the same as tables. */
export function criteriaSection({ criteria, period }: History): Part {
  if (criteria.length === 0) return undefined;
  const [begin, end] = [timeOfDay(period.from), timeOfDay(period.to) + day];
  return html`<section aria-labelledby="criteria">
    <h2 id="criteria">Criteria over the period</h2>
    <p>
      What all rules for a criterion said together: at each time the worst. A deviation stays one, however soon it was
      mended. Nothing here is an opinion on a criterion.
    </p>
    ${legend()}
    ${table(
      'criteria-table',
      `From ${period.from} to ${period.to}; a tick where a month begins`,
      ['Criterion', 'Over the period', 'State', 'Figures'],
      criteria.map((row) => {
        const { criterion: id, intervals, state, subjects, longestCleanDays } = row;
        return html`<tr>
          <th scope="row"><a href="#times-${anchor(id)}">${id}</a> ${criterion(id).title}</th>
          <td class="wide">${strip(intervals, begin, end)}</td>
          <td><span class="state state-${state}">${totalWords[state]}</span></td>
          <td>
            ${figuresOf(row)}<br /><span class="aside"
              >${count(subjects, 'check')}; longest time without one ${longestCleanDays} days</span
            >
          </td>
        </tr>`;
      }),
    )}
    ${criteria.map(timesOf)}
  </section>`;
}

function timesOf({ criterion: id, intervals, state }: History['criteria'][number]): Markup {
  const shown = intervals.slice(0, most.intervals);
  return html`<details class="entry">
    <summary>
      <h3><span class="code-of">${id}</span> ${criterion(id).title}</h3>
      <span class="entry-state"
        ><span class="state state-${state}">${totalWords[state]}</span>
        <span class="entry-counts">${count(intervals.length, 'stretch', 'stretches')}</span></span
      >
    </summary>
    <div class="entry-body" id="times-${anchor(id)}">
      ${table(
        `times-table-${anchor(id)}`,
        `${id}: when it was what`,
        ['From', 'To', 'What', 'Since'],
        shown.map(
          ({ from, to, state: now, commit }) =>
            html`<tr>
              <th scope="row" class="date">${dayOfTime(from)}</th>
              <td class="date">${dayOfTime(Math.max(from, to - 1))}</td>
              <td>${intervalWords[now]}</td>
              <td>${commit === null ? 'the day' : html`<code>${commit.slice(0, 12)}</code>`}</td>
            </tr>`,
        ),
      )}
      ${cutNote(intervals.length - shown.length, 'stretch')}
    </div>
  </details>`;
}

const closing = { pass: 'mended', absent: 'gone with its subject', unknown: 'no longer to be told' } as const;

/** Each time in which something failed. */
export function windowsSection(history: History): Part {
  const { windows, period } = history;
  const shown = windows.slice(0, most.windows);
  return html`<section aria-labelledby="windows">
    <h2 id="windows">Windows of exposure</h2>
    ${
      windows.length === 0
        ? html`<p>${withoutWindows(history)}</p>`
        : table(
            'windows-table',
            `${count(windows.length, 'window')}, by the day on which they opened`,
            ['Rule and subject', 'Severity', 'Opened', 'Closed', 'Days'],
            shown.map((window) => windowRow(window, period.to)),
          )
    }
    ${cutNote(windows.length - shown.length, 'window')}
  </section>`;
}

const windowRow = (
  {
    rule,
    subject,
    file,
    severity,
    from,
    to,
    days,
    openBefore,
    openedBy,
    closedBy,
    closedAs,
    acceptedDays,
    reopened,
  }: Window,
  end: string,
): Markup =>
  html`<tr>
    <th scope="row">
      <code>${rule}</code
      ><br />${subject.name}${file !== '' && file !== subject.name && html` <span class="aside">in ${file}</span>`}
    </th>
    <td><span class="severity ${severity}">${severity}</span></td>
    <td>
      ${openBefore ? 'before ' : ''}<span class="date">${dayOfTime(from)}</span
      >${!openBefore && html`<br /><span class="aside">${byWhat(openedBy)}</span>`}${reopened && html`<br />reopened`}
    </td>
    <td>
      ${
        to === null
          ? html`<b>open on ${end}</b>`
          : html`<span class="date">${dayOfTime(to)}</span><br /><span class="aside"
                >${closing[closedAs as keyof typeof closing]} ${byWhat(closedBy)}</span
              >`
      }
    </td>
    <td class="figure">
      ${days}${acceptedDays > 0 && html`<br /><span class="aside">${acceptedDays} accepted</span>`}
    </td>
  </tr>`;

/** The same totals by rule; those that found nothing of their kind are counted. */
export function rulesSection({ perRule }: History): Part {
  const told = perRule.filter(({ state }) => state !== 'no-occurrence');
  const silent = perRule.length - told.length;
  return html`<section aria-labelledby="rules">
    <h2 id="rules">Rules</h2>
    ${
      told.length > 0 &&
      table(
        'rules-table',
        'What each rule came to over the period',
        ['Rule', 'State', 'Figures', 'Checks'],
        told.map(
          (row) =>
            html`<tr>
              <th scope="row"><code>${row.rule}</code></th>
              <td><span class="state state-${row.state}">${totalWords[row.state]}</span></td>
              <td>${figuresOf(row)}</td>
              <td class="figure">${thousands(row.subjects)}</td>
            </tr>`,
        ),
      )
    }
    <p>
      ${count(silent, 'rule')} found nothing of ${silent === 1 ? 'its' : 'their'} kind: neither a pass nor a failure.
    </p>
  </section>`;
}
