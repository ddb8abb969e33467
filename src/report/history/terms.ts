/** What brought something about: a commit, or the day that came. */
export const byWhat = (commit: string | null): string => (commit === null ? 'by the day' : `by ${commit.slice(0, 12)}`);
