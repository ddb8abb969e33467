import type { Heading } from './tree.ts';

/** The index of the last heading at or before a line; -1 before the first. Headings are in order. */
export function headingBefore(headings: readonly Heading[], line: number): number {
  let low = -1;
  let high = headings.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (headings[middle]!.span.startLine <= line) low = middle;
    else high = middle - 1;
  }
  return low;
}
