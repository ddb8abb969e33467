/** At most so many UTF-16 units, with `…` for what is left out; no half of a character stays. */
export const crop = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
