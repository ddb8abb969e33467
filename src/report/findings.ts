import type { Report, Result } from '../model/report.ts';
import { severities } from '../model/verdict.ts';

/** `rule` or `rule/aspect`: what a person writes to accept it. */
export const nameOf = ({ rule, aspect }: { rule: string; aspect?: string }): string =>
  aspect === undefined ? rule : `${rule}/${aspect}`;

/** `file:line:column`, or undefined where it stands nowhere. */
export const placeOf = ({ location }: Pick<Result, 'location'>): string | undefined =>
  location ? `${location.file}:${location.startLine}:${location.startColumn}` : undefined;

/** Ends a sentence at a full stop, question or exclamation mark that is followed by a space and a capital. */
export const firstSentence = (message: string): string => /^.*?[.!?](?=\s+\p{Lu}|\s*$)/su.exec(message)?.[0] ?? message;

/** Worst first, then by file and line; what stands nowhere comes last within its severity. */
export function worstFirst(a: Result, b: Result): number {
  return (
    rank(a) - rank(b) ||
    Number(a.location === null) - Number(b.location === null) ||
    compareText(a.location?.file ?? '', b.location?.file ?? '') ||
    (a.location?.startLine ?? 0) - (b.location?.startLine ?? 0) ||
    (a.location?.startColumn ?? 0) - (b.location?.startColumn ?? 0) ||
    compareText(nameOf(a), nameOf(b)) ||
    compareText(a.subject.name, b.subject.name) ||
    compareText(a.item ?? '', b.item ?? '')
  );
}

const rank = ({ severity }: Result) => severities.indexOf(severity);
/** By code units: the same order on every machine. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Failures of the system itself that nobody waived, worst first. */
export const openFindings = ({ results }: Report): Result[] =>
  results
    .filter(
      ({ verdict, disposition, subject }) => verdict === 'fail' && disposition === 'open' && subject.role === 'system',
    )
    .sort(worstFirst);

/** What could not be judged in the system itself. */
export const unknownsOf = ({ results }: Report): Result[] =>
  results.filter(({ verdict, subject }) => verdict === 'unknown' && subject.role === 'system').sort(worstFirst);

/** Whether the change under review brought it or touches it; true for all without a change to compare. */
export const isOfThisChange = (report: Report, { introduced, touched }: Result): boolean =>
  !report.comparison || introduced === true || touched === true;

/** One thing to show: everything that one rule says at one place. */
export interface Block {
  results: readonly [Result, ...Result[]];
}

/** Groups what one rule says at one place (its aspects and items, the instances of a module), in the given order. */
export function blocksOf(results: readonly Result[]): Block[] {
  const keyOf = (result: Result) =>
    JSON.stringify([
      result.rule,
      result.severity,
      result.disposition,
      result.exception,
      placeOf(result) ?? ['nowhere', result.subject.name],
    ]);
  return groupBy(results, keyOf).map((group) => ({ results: group }));
}

/** Groups in the order in which their first entries come. */
export function groupBy<T>(entries: readonly T[], keyOf: (entry: T) => string): [T, ...T[]][] {
  const groups = new Map<string, [T, ...T[]]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    const group = groups.get(key);
    if (group) group.push(entry);
    else groups.set(key, [entry]);
  }
  return [...groups.values()];
}
