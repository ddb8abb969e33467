import { groupBy, nameOf, unknownsOf } from '../findings.ts';
import { count } from '../words.ts';
import type { Content } from './content.ts';
import { placeLink } from './findings.ts';
import { anchor, html, type Markup, type Part } from './markup.ts';
import { budget, cutNote, most } from './size.ts';

/** What could not be judged or followed, together where the same would settle it; what settles most comes first. */
export function unknownsSection({ report, context }: Content): Part {
  const unknowns = unknownsOf(report);
  const { unresolved } = report;
  if (unknowns.length + unresolved.length === 0) return undefined;
  const take = budget(most.unknowns);
  const groups = groupBy(unknowns, (result) => result.reason?.settledBy ?? result.do).sort(
    (a, b) => b.length - a.length,
  );
  return html`<section aria-labelledby="unknown">
    <h2 id="unknown">Unknown, and what would settle it</h2>
    <p>Neither pass nor fail, and never counted as either.</p>
    ${groups.map((group) => {
      const { kept, missing } = take(group, most.unknownsOfReason);
      return entry(
        group[0].reason?.settledBy ?? group[0].do,
        count(group.length, 'unknown'),
        html`<ul class="finding-lines">
            ${kept.map(
              (result) =>
                html`<li>
                  ${result.message} ${placeLink(result.location, context)}
                  <a class="aside" href="#rule-${anchor(result.rule)}">${nameOf(result)}</a>
                </li>`,
            )}
          </ul>
          ${cutNote(missing, 'unknown')}`,
      );
    })}
    ${groupBy(unresolved, ({ reason }) => reason.settledBy).map((group) => {
      const shown = group.slice(0, most.unresolved);
      return entry(
        group[0].reason.settledBy,
        `${group.length} not followed`,
        html`<ul class="finding-lines">
            ${shown.map(({ name, location }) => html`<li><code>${name}</code> ${placeLink(location, context)}</li>`)}
          </ul>
          ${cutNote(group.length - shown.length, 'thing')}`,
      );
    })}
  </section>`;
}

const entry = (settledBy: string, counted: string, body: Markup): Markup =>
  html`<details class="entry">
    <summary>
      <h3>Settled by ${settledBy}</h3>
      <span class="entry-state"><span class="entry-counts">${counted}</span></span>
    </summary>
    <div class="entry-body">${body}</div>
  </details>`;
