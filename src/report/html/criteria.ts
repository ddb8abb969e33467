import { criterion, type CriterionId, type Reach } from '../../criteria/catalogue.ts';
import type { CoverageRow } from '../../model/report.ts';
import { byCategory, count, rowsOf } from '../words.ts';
import type { Content, RuleContent } from './content.ts';
import { countWords, stateLine } from './coverage.ts';
import { findingLine } from './findings.ts';
import { anchor, html, type Markup, type Part } from './markup.ts';
import { most } from './size.ts';
import { manualEntry } from './records.ts';
import { stateMeanings } from './states.ts';

const reaches: { readonly [R in Reach]: string } = {
  primary: 'a repository can show most of it',
  partial: 'a repository can show a good part of it',
  weak: 'a repository can lend support only',
  document: 'a repository can show what documents say, and no more',
  none: 'a repository can show nothing of it',
};

/** Each criterion: what stands for it here, why, and what must come from elsewhere. */
export const criteriaSection = (content: Content): Markup =>
  html`<section aria-labelledby="criteria">
    <h2 id="criteria">Criteria, one by one</h2>
    <p>
      What this repository holds for each criterion, why each rule is evidence for it, and what has to come from
      elsewhere. The titles are soc2-lint’s own words; the criteria themselves are the AICPA’s.
    </p>
    ${byCategory(rowsOf(content.report)).map(
      ({ title, rows }) =>
        html`<h3>${title}</h3>
          ${rows.map((row) => criterionDetails(row, content))}`,
    )}
  </section>`;

function criterionDetails(row: CoverageRow, content: Content): Markup {
  const words = countWords(row);
  return html`<details class="entry">
    <summary>
      <h4><span class="code-of">${row.criterion}</span> ${row.title}</h4>
      <span class="entry-state"
        >${stateLine(row)}${words !== '' && html`<span class="entry-counts">${words}</span>`}</span
      >
    </summary>
    <div class="entry-body" id="${row.criterion}">
      <p>${stateMeanings[row.state]} Reach: <em>${row.reach}</em>, ${reaches[row.reach]}.</p>
      ${rulesOf(row, content)} ${elsewhere(row)}
    </div>
  </details>`;
}

function rulesOf({ criterion: id, state }: CoverageRow, content: Content): Part {
  const rules = content.rules.filter(({ criteria }) => criteria.includes(id));
  const idle = content.idle.filter(({ criteria }) => criteria[id] !== undefined).length;
  if (rules.length + idle === 0)
    return (
      state !== 'outside-repository' && state !== 'out-of-scope' && html`<p>No rule that took part looks at it.</p>`
    );
  return [
    rules.length > 0 &&
      html`<h5>What rules show</h5>
        <ul class="rules-of">
          ${rules.map((rule) => ruleOf(rule, id, content))}
        </ul>`,
    idle > 0 &&
      html`<p class="aside">
        ${rules.length > 0 ? count(idle, 'more rule') : count(idle, 'rule')} would support it and found nothing to judge
        here.
      </p>`,
  ];
}

function ruleOf(rule: RuleContent, id: CriterionId, content: Content): Markup {
  const shown = rule.open.slice(0, most.findingsOfCriterion);
  const more = rule.open.length - shown.length;
  return html`<li>
    <p class="rule-name">
      <a href="#rule-${anchor(rule.id)}">${rule.title}</a> <span class="aside">${ruleCounts(rule)}</span>
    </p>
    <p class="why">${rule.reasons[id] ?? ''}</p>
    ${
      shown.length > 0 &&
      html`<ul class="finding-lines">
        ${shown.map((block) => html`<li>${findingLine(block, content, true)}</li>`)}${
          more > 0 &&
          html`<li><a href="#rule-${anchor(rule.id)}">…and ${count(more, 'more finding')} of this rule</a></li>`
        }
      </ul>`
    }
  </li>`;
}

/** `3 open, 1 unknown, 12 pass`. */
export const ruleCounts = ({ counts: { open, unknown, waived, pass } }: RuleContent): string =>
  [
    open > 0 && `${open} open`,
    unknown > 0 && `${unknown} unknown`,
    waived > 0 && `${waived} waived`,
    pass > 0 && `${pass} pass`,
  ]
    .filter((part) => part !== false)
    .join(' · ');

function elsewhere(row: CoverageRow): Markup {
  const { documents } = criterion(row.criterion);
  const manual = row.manual ?? [];
  return html`<h5>Beyond this scan</h5>
    <dl class="beyond">
      <div>
        <dt>What must come from elsewhere</dt>
        <dd>${row.elsewhere}</dd>
      </div>
      ${
        documents !== '' &&
        html`<div>
          <dt>Documents that describe it</dt>
          <dd>${documents}</dd>
        </div>`
      }
      ${
        (manual.length > 0 || (row.reach === 'none' && row.state !== 'out-of-scope')) &&
        html`<div>
          <dt>Recorded as kept elsewhere</dt>
          <dd>
            ${
              manual.length === 0
                ? html`nothing yet, in <code>.soc2/manual-evidence.yml</code>`
                : html`<ul>
                    ${manual.map((entry) => html`<li>${manualEntry(entry)}</li>`)}
                  </ul>`
            }
          </dd>
        </div>`
      }
    </dl>`;
}
