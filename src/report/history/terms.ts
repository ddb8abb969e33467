import type { History } from '../../history/history.ts';

/** What brought something about: a commit, or the day that came. */
export const byWhat = (commit: string | null): string => (commit === null ? 'by the day' : `by ${commit.slice(0, 12)}`);

/** What a history does not say. */
export const limits: readonly string[] = [
  'This shows what the repository held in the period, as git remembers it. Rules are today’s, over the trees of then.',
  'It says nothing of what is done outside of the repository, nor whether people follow what documents say.',
  'It is not an opinion: that is for a CPA firm.',
];

/** What is said where no window was found: it may be that nothing was looked at. */
export function withoutWindows({ tracks, completeness }: History): string {
  if (tracks.length === 0) return 'Nothing was judged within the period: neither a pass nor a failure.';
  return completeness.established
    ? 'None: no rule failed for anything within the period.'
    : 'None was found, and completeness is not established.';
}
