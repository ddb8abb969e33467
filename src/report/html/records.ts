import type { CoverageRow, ReportException } from '../../model/report.ts';
import { nameOf } from '../findings.ts';
import { count, rowsOf } from '../words.ts';
import type { Content } from './content.ts';
import { criterionLink, placeLink } from './findings.ts';
import { html, type Markup, type Part } from './markup.ts';
import { cutNote, most, table } from './size.ts';

const exceptionStates: { readonly [S in ReportException['state']]: string } = {
  used: 'in use',
  unused: 'covers nothing',
  expired: 'expired',
  'not-checked': 'not checked',
  'no-equivalent': 'no rule asks the same',
  invalid: 'not valid',
};

/** Who accepted what, until when. */
export function exceptionsSection({ report, context }: Content): Part {
  const { exceptions, asOf, results } = report;
  if (exceptions.length === 0) return undefined;
  const shown = exceptions.slice(0, most.exceptions);
  const covered = new Map<number, number>();
  for (const { exception } of results)
    if (exception !== undefined) covered.set(exception, (covered.get(exception) ?? 0) + 1);
  const rows = shown.map((entry, index) => {
    const { aspect, subject, path, reason, owner, approver, until, tool, location } = entry;
    const name = nameOf(aspect === undefined ? { rule: entry.rule } : { rule: entry.rule, aspect });
    const of = subject ?? path;
    return html`<tr>
      <th scope="row"><code>${name}</code>${of !== undefined && html`<br />for <code>${of}</code>`}</th>
      <td>${reason}${tool !== undefined && html` <span class="aside">(a comment for ${tool})</span>`}</td>
      <td>${owner ?? unnamed}</td>
      <td>${approver ?? unnamed}</td>
      <td>
        ${until === undefined ? 'no end' : html`<span class="date">${until}</span><br /><span class="aside">${distance(until, asOf)}</span>`}
      </td>
      <td>
        ${exceptionStates[entry.state]}${entry.new && html`, <b>new in this change</b>`}<br /><span class="aside"
          >${count(covered.get(index) ?? 0, 'failure')}</span
        >
      </td>
      <td>${placeLink(location, context)}</td>
    </tr>`;
  });
  return html`<section aria-labelledby="exceptions">
    <h2 id="exceptions">Exceptions</h2>
    ${table('exceptions-table', 'Failures that somebody accepted, who stands for it, and until when', ['Rule', 'Reason', 'Owner', 'Approver', 'Until', 'State', 'Written at'], rows)}
    ${cutNote(exceptions.length - shown.length, 'exception')}
    <p class="aside">
      A comment for another tool keeps a finding quiet and stays a gap until it is adopted into the register.
    </p>
  </section>`;
}

const unnamed = html`<span class="aside">not named</span>`;

/** `in 70 days`, `12 days ago`: from the day that the report speaks of, not from today. */
function distance(date: string, asOf: string | null): string {
  const [to, from] = [Date.parse(date), Date.parse(asOf ?? '')];
  if (Number.isNaN(to) || Number.isNaN(from)) return '';
  const days = Math.round((to - from) / 86_400_000);
  if (days === 0) return 'the day of this report';
  return days > 0 ? `in ${count(days, 'day')}` : `${count(-days, 'day')} ago`;
}

type Manual = NonNullable<CoverageRow['manual']>[number];

export const manualEntry = ({ what, where, date, nextDue, overdue }: Manual): Markup =>
  html`${what}, ${where},
  ${date}${nextDue !== undefined && `; next due ${nextDue}`}${overdue === true && html` <b>(overdue)</b>`}`;

/** Evidence that is kept outside of the repository, as its owners recorded it, and where nothing is recorded. */
export function manualSection(content: Content): Part {
  const { report } = content;
  const rows = rowsOf(report);
  const entries = rows.flatMap((row) => (row.manual ?? []).map((entry) => ({ row, entry })));
  const missing = rows.filter(
    ({ state, reach, manual }) => reach === 'none' && state !== 'out-of-scope' && (manual ?? []).length === 0,
  );
  if (entries.length + missing.length === 0) return undefined;
  const shown = entries.slice(0, most.records);
  return html`<section aria-labelledby="manual">
    <h2 id="manual">Evidence kept elsewhere</h2>
    ${
      shown.length > 0 &&
      table(
        'manual-table',
        'Recorded in .soc2/manual-evidence.yml; soc2-lint has not seen it',
        ['Criterion', 'What', 'Where', 'Date', 'Next due'],
        shown.map(
          ({ row, entry: { what, where, date, nextDue, overdue } }) =>
            html`<tr>
              <th scope="row">${criterionLink(row.criterion, content)}</th>
              <td>${what}</td>
              <td>${where}</td>
              <td class="date">${date}</td>
              <td>
                ${nextDue !== undefined ? html`<span class="date">${nextDue}</span><br /><span class="aside">${overdue ? html`<b>overdue</b>, ` : ''}${distance(nextDue, report.asOf)}</span>` : 'not said'}
              </td>
            </tr>`,
        ),
      )
    }
    ${cutNote(entries.length - shown.length, 'record')}
    ${
      missing.length > 0 &&
      html`<p>
          No repository can show ${missing.length === 1 ? 'this criterion' : 'these criteria'}, and nothing is recorded
          for ${missing.length === 1 ? 'it' : 'them'} yet:
        </p>
        <ul class="plain-list">
          ${missing.map(
            ({ criterion, title, elsewhere }) =>
              html`<li>
                ${criterionLink(criterion, content)} ${title}. <span class="aside">From elsewhere: ${elsewhere}.</span>
              </li>`,
          )}
        </ul>`
    }
  </section>`;
}
