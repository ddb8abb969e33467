import { getInput } from '@actions/core';
import { categoriesNamed, criteriaNamed, oneOf, rulesNamed } from '../config/names.ts';
import type { RuleIndex } from '../rule/entry.ts';

/** An input of the workflow; undefined where it is not given. */
export const input = (name: string): string | undefined => getInput(name) || undefined;

/** An input that is true or false. */
export function flag(name: string): boolean | undefined {
  const text = choice(name, ['true', 'false']);
  return text === undefined ? undefined : text === 'true';
}

/** An input that is one of a few words. */
export function choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
  const given = input(name);
  return given === undefined ? undefined : oneOf(name, given.toLowerCase(), choices);
}

/** Names with commas, spaces or lines between them. */
export const listed = (name: string): string[] | undefined =>
  input(name)
    ?.split(/[\s,]+/)
    .filter(Boolean);

/** What the run is limited to. */
export function selection({ entries }: RuleIndex) {
  const rules = listed('rules');
  const criteria = listed('criteria');
  const categories = listed('categories');
  return {
    ...(rules && { rules: rulesNamed(rules, entries) }),
    ...(criteria && { criteria: criteriaNamed(criteria) }),
    ...(categories && { categories: categoriesNamed(categories) }),
  };
}
