import type { Report } from '../model/report.ts';

const count = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

/** The sentences that stand in every output: what was read, and what it does not say. */
export function limits(
  report: Pick<Report, 'repository' | 'asOf' | 'scope' | 'engagement' | 'summary'>,
  moduleRoot: boolean,
  asked?: string,
): string[] {
  const { repository, asOf, scope, engagement, summary } = report;
  const commit = repository.commit
    ? `at commit ${repository.commit.slice(0, 7)}${repository.dirty ? ' with changes that are not committed' : ''}`
    : 'at no known commit';
  const date = asOf ? `as of ${asOf}` : 'as of no known date';
  const { read, unread } = summary.files;
  return [
    `This shows what the repository holds ${commit}, ${date}: ${count(read, 'file')} read${unread > 0 ? `, ${unread} that could not be read` : ''}.`,
    ...(asked === undefined
      ? []
      : [`What files do not state was asked of ${asked} during the scan, and holds for that moment only.`]),
    'It is not an opinion: that is for a CPA firm.',
    ...(engagement.type === 'II'
      ? ['The engagement is Type II: a scan shows the design at one commit, not operation over the period.']
      : []),
    ...(scope.partial
      ? ['Some files only were judged: no coverage, and no rules that look at the repository as a whole.']
      : []),
    ...(!scope.partial && !scope.chosen ? ['Nobody has chosen categories, so all five are shown.'] : []),
    ...(moduleRoot ? ['The root is a module: it is judged through the defaults of its variables.'] : []),
  ];
}
