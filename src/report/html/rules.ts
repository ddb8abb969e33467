import type { Report, ReportException, Result } from '../../model/report.ts';
import { blocksOf, nameOf, worstFirst, type Block } from '../findings.ts';
import { count, settle } from '../words.ts';
import type { Content, RuleContent } from './content.ts';
import { ruleCounts } from './criteria.ts';
import { finding, findingLine, placeLink, reasonsOf, severityWord } from './findings.ts';
import { anchor, html, joined, type Markup, type Part } from './markup.ts';
import { budget, cutNote, most } from './size.ts';

/** Each rule that had something to judge: why it is evidence, what it found, and what passed. */
export function rulesSection(content: Content): Markup {
  const take: Takes = { passes: budget(most.passes), unknowns: budget(most.unknowns) };
  const { rules, idle } = content;
  return html`<section aria-labelledby="rules">
    <h2 id="rules">Rules and what they found</h2>
    <p>
      ${rules.length === 0 ? 'No rule found anything to judge.' : html`${count(rules.length, 'rule')} had something to judge; what asks for work comes first.`}${
        idle.length > 0 &&
        html` ${count(idle.length, rules.length === 0 ? 'rule' : 'other rule')} took part and found nothing of their
        kind here.`
      }${
        !rules.some(({ page }) => isAddress(page)) &&
        html` <code>soc2-lint explain RULE</code> says what a rule looks at, and what it can’t show.`
      }
    </p>
    ${rules.map((rule) => ruleDetails(rule, content, take))} ${elsewhere(content)}
  </section>`;
}

const isAddress = (page: string) => /^https?:\/\//.test(page);

/** What is left of the room for names, over all rules. */
type Takes = { readonly [T in 'passes' | 'unknowns']: ReturnType<typeof budget> };

function ruleDetails(rule: RuleContent, content: Content, take: Takes): Markup {
  const worst = rule.open[0]?.results[0].severity;
  return html`<details class="entry">
    <summary>
      <h3>${rule.title}</h3>
      <span class="entry-state"
        >${worst && severityWord(worst)}<span class="entry-counts">${ruleCounts(rule)}</span></span
      >
    </summary>
    <div class="entry-body" id="rule-${anchor(rule.id)}">
      <p class="rule-id">
        <code>${rule.id}</code
        >${isAddress(rule.page) && html` · <a href="${rule.page}" rel="noreferrer">what it looks at, and what it can’t show</a>`}
      </p>
      <p class="aside">A pass is evidence because:</p>
      ${reasonsOf(rule, content)} ${openPart(rule, content)} ${unknownPart(rule, content, take)}
      ${waivedPart(rule, content)} ${passPart(rule, content, take)}
    </div>
  </details>`;
}

function openPart({ open }: RuleContent, content: Content): Part {
  if (open.length === 0) return undefined;
  const remedies = new Set(open.flatMap(({ results }) => results.map((result) => result.do)));
  const full = open.filter((block) => content.inFull(block));
  const lines = open.filter((block) => !content.inFull(block) && content.idOf(block) !== undefined);
  return [
    remedies.size === 1 && html`<p class="do"><b>To do</b> ${[...remedies][0]}</p>`,
    full.map((block) => finding(block, content, remedies.size > 1)),
    lines.length > 0 &&
      html`<h4>${full.length > 0 ? `${lines.length} more` : 'Open'}, in short</h4>
        <ul class="finding-lines">
          ${lines.map((block) => html`<li id="${content.idOf(block)}">${findingLine(block, content, false)}</li>`)}
        </ul>`,
    cutNote(open.length - full.length - lines.length, 'finding'),
  ];
}

function unknownPart({ unknown }: RuleContent, { context }: Content, take: Takes): Part {
  if (unknown.length === 0) return undefined;
  const { kept, missing } = take.unknowns(unknown, most.unknownsOfReason);
  return [
    html`<h4>${count(unknown.length, 'unknown')}: neither pass nor fail</h4>
      <ul class="finding-lines">
        ${kept.map(
          (result) =>
            html`<li>
              ${result.message}
              ${placeLink(result.location, context)}${result.reason && html` <span class="aside">${settle(result.reason)}</span>`}
            </li>`,
        )}
      </ul>`,
    cutNote(missing, 'unknown'),
  ];
}

function waivedPart({ waived, counts }: RuleContent, content: Content): Part {
  if (waived.length === 0) return undefined;
  const shown = waived.filter((block) => content.idOf(block) !== undefined);
  return [
    html`<h4>${count(counts.waived, 'failure')} that somebody waived or that stood before</h4>
      <ul class="finding-lines">
        ${shown.map(
          (block) =>
            html`<li id="${content.idOf(block)}">
              ${findingLine(block, content, false)}
              <span class="aside">${waiver(block.results[0], content.report)}</span>
            </li>`,
        )}
      </ul>`,
    cutNote(waived.length - shown.length, 'failure'),
  ];
}

function waiver({ disposition, exception }: Result, { exceptions }: Report): Part {
  if (disposition === 'baseline') return 'in the baseline: known before, still a gap';
  const entry = exception === undefined ? undefined : exceptions[exception];
  if (!entry) return disposition === 'inherited' ? "waived by another tool's comment, still a gap" : 'accepted';
  return html`${waiverWords(entry)}: “${entry.reason}”`;
}

const waiverWords = ({ tool, approver, until }: ReportException): string =>
  [
    tool ? `waived by a comment for ${tool}, still a gap` : 'accepted',
    approver && `approved by ${approver}`,
    until && `until ${until}`,
  ]
    .filter(Boolean)
    .join(', ');

function passPart({ passes, counts }: RuleContent, { context }: Content, take: Takes): Part {
  if (counts.pass === 0) return undefined;
  return html`<details class="passes">
    <summary>${count(counts.pass, 'pass', 'passes')}, with what passed</summary>
    ${passes.map(({ aspect, subjects }) => {
      const { kept, missing } = take.passes(subjects, most.passesOfAspect);
      return html`${passes.length > 1 && aspect !== undefined && html`<p class="aspect"><code>${aspect}</code> ${count(subjects.length, 'subject')}</p>`}
        <ul class="subjects">
          ${kept.map(
            ({ kind, name, location }) =>
              html`<li>
                ${joined([html`<code title="${kind}">${name}</code>`, placeLink(location, context)].filter(Boolean), ' ')}
              </li>`,
          )}
        </ul>
        ${cutNote(missing, 'subject')}`;
    })}
  </details>`;
}

/** Failures outside of the system itself: listed, and in no count. */
function elsewhere(content: Content): Part {
  const failures = content.report.results
    .filter(({ verdict, subject }) => verdict === 'fail' && subject.role !== 'system')
    .sort(worstFirst);
  if (failures.length === 0) return undefined;
  const blocks: Block[] = blocksOf(failures);
  const shown = blocks.slice(0, most.elsewhere);
  return html`<details class="entry quiet">
    <summary>
      <h3>In examples, tests and vendored code</h3>
      <span class="entry-state"
        ><span class="entry-counts">${count(failures.length, 'failure')}, in no count above</span></span
      >
    </summary>
    <div class="entry-body">
      <ul class="finding-lines">
        ${shown.map(
          (block) => html`<li>${findingLine(block, content, false)} <code>${nameOf(block.results[0])}</code></li>`,
        )}
      </ul>
      ${cutNote(blocks.length - shown.length, 'finding')}
    </div>
  </details>`;
}
