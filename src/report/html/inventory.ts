import type { Report } from '../../model/report.ts';
import { groupBy } from '../findings.ts';
import { count, thousands } from '../words.ts';
import type { Content } from './content.ts';
import { placeLink } from './findings.ts';
import { html, type Part } from './markup.ts';
import { budget, cutNote, most, table } from './size.ts';

/** The systems that the repository describes, and each of them by name. */
export function inventorySection({ report, context }: Content): Part {
  const { inventory } = report;
  if (inventory.length === 0) return undefined;
  const take = budget(most.subjects);
  return html`<section aria-labelledby="inventory">
    <h2 id="inventory">Inventory of systems</h2>
    ${table(
      'inventory-table',
      'What the repository describes, by kind and provider',
      ['Kind', 'Provider', 'Role', 'Number'],
      inventory.map(
        ({ plural, provider, role, count: n }) =>
          html`<tr>
            <th scope="row">${plural}</th>
            <td>${provider}</td>
            <td>${role}</td>
            <td class="figure">${thousands(n)}</td>
          </tr>`,
      ),
    )}
    ${groupBy(subjectsOf(report), ({ kind }) => kind).map((subjects) => {
      const { kept, missing } = take(subjects, most.subjectsOfKind);
      const plural = inventory.find(({ kind }) => kind === subjects[0].kind)!.plural;
      return html`<details class="entry quiet">
        <summary>
          <h3>${capital(plural)}, by name</h3>
          <span class="entry-state"><span class="entry-counts">${count(subjects.length, 'subject')}</span></span>
        </summary>
        <div class="entry-body">
          <ul class="subjects">
            ${kept.map(
              ({ name, role, location }) =>
                html`<li>
                  <code>${name}</code>
                  ${placeLink(location, context)}${role !== 'system' && html` <span class="aside">${role}</span>`}
                </li>`,
            )}
          </ul>
          ${cutNote(missing, 'subject')}
        </div>
      </details>`;
    })}
  </section>`;
}

/** In the order of the table. */
function subjectsOf({ subjects, inventory }: Report): Report['subjects'][number][] {
  const kinds = [...new Set(inventory.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => subjects.filter((subject) => subject.kind === kind));
}

const capital = (text: string) => text.slice(0, 1).toUpperCase() + text.slice(1);
