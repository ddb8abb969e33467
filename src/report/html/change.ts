import { criterion } from '../../criteria/catalogue.ts';
import { isOfThisChange, openFindings } from '../findings.ts';
import { count, stateWords } from '../words.ts';
import type { Content } from './content.ts';
import { criterionLink } from './findings.ts';
import { html, type Part } from './markup.ts';
import { shape } from './states.ts';
import { table } from './size.ts';

/** What the change under review does, criterion by criterion. */
export function changeSection(content: Content): Part {
  const { report } = content;
  const { comparison } = report;
  if (!comparison) return undefined;
  const open = openFindings(report);
  const ofChange = open.filter((result) => isOfThisChange(report, result)).length;
  const moved = comparison.coverage.filter(({ before, after }) => before !== after);
  return html`<section aria-labelledby="change">
    <h2 id="change">What this change does</h2>
    <p>
      Compared with <code>${comparison.base}</code>: ${count(ofChange, 'open finding')} of this change,
      ${open.length - ofChange}
      elsewhere.${
        comparison.mode === 'lines' && ' The base could not be read: findings are compared by changed lines alone.'
      }
    </p>
    ${
      moved.length > 0
        ? table(
            'change-table',
            'Criteria whose state moves',
            ['Criterion', 'Before', 'After'],
            moved.map(
              ({ criterion: id, before, after }) =>
                html`<tr>
                  <th scope="row">${criterionLink(id, content)} ${criterion(id).title}</th>
                  <td><span class="state state-${before}">${shape(before)} ${stateWords[before]}</span></td>
                  <td><span class="state state-${after}">${shape(after)} ${stateWords[after]}</span></td>
                </tr>`,
            ),
          )
        : comparison.mode === 'objects' && html`<p>No criterion changes its state.</p>`
    }
  </section>`;
}
