import { categories, criteria, type Category, type CriterionId } from '../criteria/catalogue.ts';
import { isDate } from '../engine/waivers.ts';
import type { RuleEntry } from '../rule/entry.ts';
import { nearest } from './nearest.ts';
import { UsageError } from './usage-error.ts';

/** `CC6.1`, or a series: `CC6`, `C1`, `A1`. */
export function criteriaNamed(names: readonly string[]): CriterionId[] {
  return names.flatMap((name) => {
    const wanted = name.toUpperCase();
    const found = criteria.filter(
      ({ id }) => id === wanted || id.startsWith(`${wanted}.`) || (wanted === 'CC' && id.startsWith('CC')),
    );
    if (found.length > 0) return found.map(({ id }) => id);
    const near = nearest(
      wanted,
      criteria.map(({ id }) => id),
    );
    throw new UsageError(`there is no criterion ${name}${near ? `; did you mean ${near}?` : ''}`);
  });
}

export function rulesNamed(names: readonly string[], entries: readonly RuleEntry[]): string[] {
  const ids = entries.flatMap((entry) => [entry.id, ...(entry.formerly ?? [])]);
  for (const name of names) {
    if (ids.includes(name)) continue;
    const near = nearest(name, ids);
    throw new UsageError(`there is no rule ${name}${near ? `; did you mean ${near}?` : ''}`);
  }
  return [...names];
}

export const categoriesNamed = (names: readonly string[]): Category[] =>
  names.map((name) => oneOf('a category', name, categories));

/** A day that exists, or a `UsageError`. */
export function dayNamed(what: string, day: string): string {
  if (!isDate(day)) throw new UsageError(`${what} takes a day that exists, as YYYY-MM-DD, not "${day}"`);
  return day;
}

/** One of a list of names, or a `UsageError`. */
export function oneOf<T extends string>(what: string, value: string, names: readonly T[]): T {
  const found = names.find((name) => name === value);
  if (found !== undefined) return found;
  const near = nearest(value, names);
  throw new UsageError(`${what} is one of ${names.join(', ')}, not "${value}"${near ? `; did you mean ${near}?` : ''}`);
}
