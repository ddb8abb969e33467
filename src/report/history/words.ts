import type { History } from '../../history/history.ts';
import { markdown, visible } from '../escape.ts';
import { reviewSections } from './reviews.ts';
import { count } from '../words.ts';
import { eventLine } from './exceptions.ts';
import { limits, withoutWindows } from './terms.ts';
import { windowLine } from './windows.ts';

/** The history as sections of plain lines; both formats are made of them. */
function sectionsOf(history: History): { title: string; lines: string[] }[] {
  const { period, range, completeness, criteria, windows, acceptances, population, sample, perRule } = history;
  const silent = perRule.filter(({ state }) => state === 'no-occurrence').length;
  return [
    {
      title: `From ${period.from} to ${period.to}`,
      lines: [
        `${count(range.commits, 'commit')} on the line of first parents, dated by their committers; rules of today over the trees of then.`,
        completeness.established
          ? 'Completeness: nothing that git shows speaks against it. A history that was rewritten before it was fetched does not show.'
          : 'Completeness: not established.',
        ...completeness.reasons,
        ...limits,
      ],
    },
    {
      title: 'Criteria',
      lines: criteria.map(
        ({ criterion, state, subjects, deviations, open, reopened, remediation, longestCleanDays }) =>
          `${criterion}: ${state}; ${count(subjects, 'check')}, ${count(deviations, 'window')} of exposure, ${open} open at the end, ${reopened} reopened` +
          (remediation.n > 0
            ? `; mended in ${remediation.medianDays} days (median), ${remediation.worstDays} at worst, n = ${remediation.n}`
            : '') +
          `; longest time without one ${longestCleanDays} days`,
      ),
    },
    {
      title: 'Windows of exposure',
      lines: windows.length === 0 ? [withoutWindows(history)] : windows.map(windowLine),
    },
    ...(acceptances.length > 0
      ? [{ title: 'Exceptions', lines: acceptances.flatMap((one) => one.events.map((event) => eventLine(one, event))) }]
      : []),
    ...reviewSections(history),
    {
      title: 'Changes',
      lines: [
        ...(history.pullRequests
          ? [
              `${population.items.length} in all: ${population.passes} approved by somebody else as they were merged, ${population.deviations} not, and of ${population.cannotTell} it can't be told.`,
              `${count(history.pullRequests.count, 'pull request')} in the export, ${history.pullRequests.joined} of the changes joined; sha256 of the file ${history.pullRequests.sha256}`,
            ]
          : [
              `${population.items.length} in all: ${population.deviations} that did not come by a pull request as far as git shows, and ${population.cannotTell} about which git alone can't tell whether anybody reviewed them.`,
            ]),
        ...kindsOf(population.items),
        `Population sha256 ${population.sha256}`,
        ...population.items
          .filter(({ result }) => result === 'deviation')
          .map(
            ({ commit, day, author, title, reason }) =>
              `${day} ${commit.slice(0, 12)} ${author.name}: ${title} (${reason})`,
          ),
      ],
    },
    ...(sample ? [{ title: 'Sample', lines: [...sample] }] : []),
    {
      title: 'Nothing occurred',
      lines: [
        `${count(silent, 'rule')} found nothing of ${silent === 1 ? 'its' : 'their'} kind: neither a pass nor a failure.`,
      ],
    },
  ];
}

/** `squash: 7, of which 0 reviewed …` */
function kindsOf(items: History['population']['items']): string[] {
  const kinds = [...new Set(items.map(({ kind }) => kind))].sort();
  return kinds.map((kind) => {
    const own = items.filter((item) => item.kind === kind);
    const of = (result: string) => own.filter((item) => item.result === result).length;
    return `${kind}: ${own.length} (reviewed as the host says ${of('pass')}, deviations ${of('deviation')}, not to be told ${of('cannot-tell')})`;
  });
}

export const historyText = (history: History): string =>
  sectionsOf(history)
    .map(({ title, lines }) => [title, ...lines.map((line) => `  ${visible(line)}`), ''].join('\n'))
    .join('\n');

export const historyMarkdown = (history: History): string =>
  sectionsOf(history)
    .map(({ title, lines }) => [`## ${title}`, '', ...lines.map((line) => `- ${markdown(line)}`), ''].join('\n'))
    .join('\n');
