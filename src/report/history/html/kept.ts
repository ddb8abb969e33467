import type { History } from '../../../history/history.ts';
import { html, type Markup, type Part } from '../../html/markup.ts';
import { cutNote, table } from '../../html/size.ts';
import { count } from '../../words.ts';
import { eventLine } from '../exceptions.ts';
import { contradictionLine, dueText, nameOf, resultWords, reviewTotals, termText } from '../reviews.ts';

const most = 500;

/** Reviews that were due, and the days that documents state. */
export function reviewsSection({ reviews, happenings }: History): Part {
  if (reviews.length + happenings.length === 0) return undefined;
  const dues = reviews.flatMap((review) => review.dues.map((due) => ({ review, due })));
  const quiet = reviews.filter((review) => review.dues.length === 0);
  const unclear = reviews.filter((review) => review.unclear.length > 0).slice(0, most);
  const stamps = reviews.flatMap((review) =>
    review.stamps.filter(({ kind }) => kind !== 'on-the-day').map((stamp) => ({ review, stamp })),
  );
  return html`<section aria-labelledby="reviews">
    <h2 id="reviews">Reviews that were due</h2>
    <p>${reviewTotals(reviews)} Each is held against what was laid down at that time.</p>
    ${
      dues.length > 0 &&
      table(
        'reviews-table',
        'Policies, vendors and records',
        ['What', 'Due', 'Result', 'How'],
        dues.slice(0, most).map(
          ({ review, due }) =>
            html`<tr>
              <th scope="row">${nameOf(review)}</th>
              <td class="date">${due.due}</td>
              <td><b>${resultWords[due.result]}</b></td>
              <td>${dueText(due)}</td>
            </tr>`,
        ),
      )
    }
    ${cutNote(dues.length - most, 'review')}
    ${
      quiet.length > 0 &&
      html`<h3>No review was due</h3>
        <ul class="plain-list">
          ${quiet.slice(0, most).map((review) => html`<li>${nameOf(review)}: ${quietText(review)}</li>`)}
        </ul>
        ${cutNote(quiet.length - most, 'document')}`
    }
    ${
      unclear.length > 0 &&
      html`<h3>Dates that can’t be told</h3>
        <ul class="plain-list">
          ${unclear.map((review) => html`<li>${nameOf(review)}: ${review.unclear.join(', ')}</li>`)}
        </ul>`
    }
    ${
      happenings.length > 0 &&
      html`<h3>On record when something happens</h3>
        <ul class="plain-list">
          ${happenings.map(({ file, days }) => html`<li>${file}: ${days.length === 0 ? 'no entry within the period' : days.join(', ')}</li>`)}
        </ul>`
    }
    ${
      stamps.length > 0 &&
      table(
        'stamps-table',
        'Days that documents state, against the commits that set them, where they are more than a day apart',
        ['Document', 'States', 'Written down', 'By'],
        stamps.slice(0, most).map(
          ({ review, stamp: { stated, recorded, commit, days, kind } }) =>
            html`<tr>
              <th scope="row">${nameOf(review)}</th>
              <td class="date">${stated}</td>
              <td>
                <span class="date">${recorded}</span><br /><span class="aside"
                  >${kind === 'in-the-future' ? `${count(-days, 'day')} before that day came` : kind === 'back' ? 'in place of a later one' : `${count(days, 'day')} later`}</span
                >
              </td>
              <td><code>${commit.slice(0, 12)}</code></td>
            </tr>`,
        ),
      )
    }
    ${cutNote(stamps.length - most, 'date')}
  </section>`;
}

const quietText = ({ terms }: History['reviews'][number]): string => {
  const last = terms.at(-1);
  return last ? termText(last) : 'nothing lays down how often it is reviewed';
};

const lines = (texts: readonly string[], one: string): Markup =>
  html`<ul class="plain-list">
      ${texts.slice(0, most).map((text) => html`<li>${text}</li>`)}
    </ul>
    ${cutNote(texts.length - most, one)}`;

/** Documents that said different things. */
export const contradictionsSection = ({ contradictions, period }: History): Part =>
  contradictions.length > 0 &&
  html`<section aria-labelledby="contradictions">
    <h2 id="contradictions">Contradictions</h2>
    <p>Documents that said other things than each other, or than what is built, and for how long.</p>
    ${lines(
      contradictions.map((one) => contradictionLine(one, period.to)),
      'contradiction',
    )}
  </section>`;

/** Exceptions of the repository's own. */
export const exceptionsSection = ({ acceptances }: History): Part =>
  acceptances.length > 0 &&
  html`<section aria-labelledby="exceptions">
    <h2 id="exceptions">Exceptions</h2>
    ${lines(
      acceptances.flatMap((one) => one.events.map((event) => eventLine(one, event))),
      'event',
    )}
  </section>`;

/** Every change of the branch by its kind; those that deviate one by one. */
export function changesSection({ population, pullRequests, sample }: History): Part {
  const kinds = [...new Set(population.items.map(({ kind }) => kind))].sort();
  const of = (kind: string, result: string) =>
    population.items.filter((item) => item.kind === kind && item.result === result).length;
  const deviations = population.items.filter(({ result }) => result === 'deviation');
  return html`<section aria-labelledby="changes">
    <h2 id="changes">Changes</h2>
    <p>
      ${count(population.items.length, 'change')} came onto the branch. Who reviewed one, git does not hold.
      ${pullRequests ? `An export of the host was joined: ${count(pullRequests.count, 'pull request')}, ${pullRequests.joined} of the changes found in it; sha256 ${pullRequests.sha256}.` : 'No export of pull requests was given.'}
    </p>
    ${
      kinds.length > 0 &&
      table(
        'changes-table',
        `The population, sha256 ${population.sha256}`,
        ['Kind', 'Reviewed, as the host says', 'Deviation', 'Can’t be told'],
        kinds.map(
          (kind) =>
            html`<tr>
              <th scope="row">${kind}</th>
              <td class="figure">${of(kind, 'pass')}</td>
              <td class="figure">${of(kind, 'deviation')}</td>
              <td class="figure">${of(kind, 'cannot-tell')}</td>
            </tr>`,
        ),
      )
    }
    ${
      deviations.length > 0 &&
      table(
        'deviations-table',
        'Deviations',
        ['Day', 'Commit', 'Author', 'Title', 'Why'],
        deviations.slice(0, most).map(
          ({ day, commit, author, title, reason }) =>
            html`<tr>
              <th scope="row" class="date">${day}</th>
              <td><code>${commit.slice(0, 12)}</code></td>
              <td>${author.name}</td>
              <td>${title}</td>
              <td>${reason}</td>
            </tr>`,
        ),
      )
    }
    ${cutNote(deviations.length - most, 'deviation')}
    ${
      sample &&
      html`<h3>Sample</h3>
        <p>Drawn by the hash of the population, spread over the period.</p>
        ${lines(sample, 'commit')}`
    }
  </section>`;
}
