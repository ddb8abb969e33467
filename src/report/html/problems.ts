import type { Content } from './content.ts';
import { criterionLink, placeLink } from './findings.ts';
import { html, joined, type Part } from './markup.ts';
import { cutNote, most } from './size.ts';

/** What the linter itself could not do. */
export function problemsSection(content: Content): Part {
  const { problems } = content.report;
  if (problems.length === 0) return undefined;
  const shown = problems.slice(0, most.problems);
  return html`<section aria-labelledby="problems">
    <h2 id="problems">Problems of the scan</h2>
    <ul class="plain-list">
      ${shown.map(
        ({ message, location, criteria, notice }) =>
          html`<li>
            <b class="problem-word">${notice ? 'notice' : 'problem'}</b> ${message}
            ${placeLink(location ?? null, content.context)}${
              criteria &&
              criteria.length > 0 &&
              html` <span class="aside"
                >could touch
                ${
                  criteria.length > 12
                    ? `${criteria.length} criteria`
                    : joined(
                        criteria.map((id) => criterionLink(id, content)),
                        ', ',
                      )
                }</span
              >`
            }
          </li>`,
      )}
    </ul>
    ${cutNote(problems.length - shown.length, 'problem')}
  </section>`;
}
