import { criterion, type CriterionId } from '../../criteria/catalogue.ts';
import type { Location, Result } from '../../model/report.ts';
import type { RenderContext } from '../context.ts';
import { pathUri } from '../escape.ts';
import { groupBy, isOfThisChange, type Block } from '../findings.ts';
import { count } from '../words.ts';
import type { Content, RuleContent } from './content.ts';
import { html, joined, type Markup, type Part } from './markup.ts';

const messagesShown = 10;
const placesShown = 6;

/** `infra/storage.tf:12`, with a link to the line where there is somewhere to look at it. */
export function placeLink(location: Location | null, { links }: RenderContext): Part {
  if (!location) return undefined;
  const text = html`<code class="place">${location.file}:${location.startLine}</code>`;
  if (!links) return text;
  const address = `${links.server}/${links.repository}/blob/${links.commit}/${pathUri(location.file)}#L${location.startLine}`;
  return html`<a href="${address}" rel="noreferrer">${text}</a>`;
}

export const severityWord = (severity: string): Markup => html`<span class="severity ${severity}">${severity}</span>`;

/** A finding on one line; the place leads to its code further down where that is shown. */
export function findingLine(block: Block, content: Content, linked: boolean): Markup {
  const [first] = block.results;
  const id = linked ? content.idOf(block) : undefined;
  const more = block.results.length - 1;
  const message = html`${first.message}${more > 0 && ` (and ${more} more at the same place)`}`;
  return html`${severityWord(first.severity)} ${id === undefined ? message : html`<a href="#${id}">${message}</a>`}
  ${placeLink(first.location, content.context)}`;
}

/** A finding with its code: what, where, what else it rests on, what to do. */
export function finding(block: Block, content: Content, remedyShown: boolean): Markup {
  const { report, context, excerpt } = content;
  const [first] = block.results;
  const aspects = [...new Set(block.results.flatMap(({ aspect }) => aspect ?? []))];
  // One for each aspect and item: the instances of a module say the same, each with its own name.
  const statements = groupBy(block.results, ({ aspect, item }) => JSON.stringify([aspect, item]));
  const messages = statements.slice(1).map(([{ message }]) => message);
  const subjects = [...new Set(block.results.map(({ subject }) => subject.name))];
  const remedies = remedyShown ? [...new Set(block.results.map((result) => result.do))] : [];
  return html`<article class="finding" id="${content.idOf(block)}">
    <h4>${severityWord(first.severity)} ${first.message}</h4>
    <p class="where">
      ${joined(
        [
          placeLink(first.location, context),
          aspects.length > 0 && html`<code>${aspects.join(', ')}</code>`,
          html`${first.subject.kind}
            <code>${subjects[0]}</code>${subjects.length > 1 && ` and ${subjects.length - 1} more`}`,
          report.comparison && isOfThisChange(report, first) && html`<b>of this change</b>`,
        ].filter(Boolean),
        ' · ',
      )}
    </p>
    ${first.location && excerpt(first.location, first.label)} ${alsoSaid(messages)} ${sameIn(subjects.slice(1))}
    ${restsOn(block.results, context)} ${remedies.map((remedy) => html`<p class="do"><b>To do</b> ${remedy}</p>`)}
  </article>`;
}

const alsoSaid = (messages: readonly string[]): Part =>
  messages.length > 0 &&
  html`<ul class="also">
    ${messages.slice(0, messagesShown).map((message) => html`<li>${message}</li>`)}${
      messages.length > messagesShown && html`<li>…and ${messages.length - messagesShown} more here.</li>`
    }
  </ul>`;

const sameIn = (names: readonly string[]): Part =>
  names.length > 0 && html`<p class="aside">The same in ${listed(names)}.</p>`;

function listed(names: readonly string[]): Part {
  const shown = joined(
    names.slice(0, placesShown).map((name) => html`<code>${name}</code>`),
    ', ',
  );
  return names.length > placesShown ? [...shown, ` and ${names.length - placesShown} more`] : shown;
}

/** The engine calls a value's way `via` and a module call `called here`. */
function restsOn(results: readonly Result[], context: RenderContext): Part {
  const seen = new Set<string>();
  const places = results
    .flatMap(({ related }) => related)
    .filter(({ name, location }) => {
      const key = JSON.stringify([name, location]);
      return seen.size < seen.add(key).size;
    });
  if (places.length === 0) return undefined;
  const more = places.length - placesShown;
  return html`<ul class="related">
    ${places
      .slice(0, placesShown)
      .map(
        ({ name, location }) =>
          html`<li>${name === 'via' ? 'the value comes through' : name} ${placeLink(location, context)}</li>`,
      )}${more > 0 && html`<li>and ${count(more, 'more place')}</li>`}
  </ul>`;
}

/** The criteria that a rule supports, each with why a pass is evidence for it. */
export const reasonsOf = ({ criteria: ids, reasons }: RuleContent, content: Content): Part =>
  ids.length > 0 &&
  html`<dl class="reasons">
    ${ids.map(
      (id) =>
        html`<div>
          <dt>${criterionLink(id, content)}</dt>
          <dd>${reasons[id] ?? criterion(id).title}</dd>
        </div>`,
    )}
  </dl>`;

/** An id that leads to its criterion, where the page has it. */
export const criterionLink = (id: CriterionId, { criteria }: Content): Part =>
  criteria.has(id) ? html`<a href="#${id}">${id}</a>` : id;
