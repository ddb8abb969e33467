import type { Option } from '../rule/rule.ts';
import type { RuleEntry } from '../rule/entry.ts';
import type { FilePlace } from '../model/place.ts';
import type { ConfigError } from './errors.ts';
import { nearest } from './nearest.ts';
import type { Checked } from './read.ts';

// What a schema can't know: which options and aspects each rule has.

type Settings = {
  rules?:
    | { [id: string]: string | { options?: { [name: string]: number | boolean | string[] } | undefined } }
    | undefined;
};

/** Options exist, have the right type, and lie within their bounds. */
export function checkOptions(
  { value, place }: Checked<unknown>,
  entries: readonly RuleEntry[],
  errors: ConfigError[],
): void {
  for (const [id, setting] of Object.entries((value as Settings).rules ?? {})) {
    const options = ruleNamed(id, entries)?.options ?? {};
    for (const [name, given] of Object.entries(typeof setting === 'object' ? (setting.options ?? {}) : {})) {
      const at = place('rules', id, 'options', name);
      const option = options[name];
      if (!option) errors.push(error(at, `rule ${id} has no option "${name}"${hint(name, Object.keys(options))}`));
      else if (!fits(option, given))
        errors.push(error(at, `expected ${wanted(option)} for "${name}", found ${JSON.stringify(given)}`));
    }
  }
}

/** Aspects are the rule's own. */
export function checkAspects(
  { value, place }: Checked<unknown>,
  entries: readonly RuleEntry[],
  errors: ConfigError[],
): void {
  const { exceptions = [] } = value as { exceptions?: { rule: string; aspect?: string }[] };
  exceptions.forEach(({ rule, aspect }, index) => {
    const aspects = ruleNamed(rule, entries)?.aspects ?? [];
    if (aspect === undefined || aspects.includes(aspect)) return;
    errors.push(
      error(place('exceptions', index, 'aspect'), `rule ${rule} has no aspect "${aspect}"${hint(aspect, aspects)}`),
    );
  });
}

const ruleNamed = (id: string, entries: readonly RuleEntry[]) =>
  entries.find((entry) => entry.id === id || entry.formerly?.includes(id));

const error = ({ file, span }: FilePlace, message: string): ConfigError => ({
  file,
  line: span.startLine,
  column: span.startColumn,
  message,
});

const hint = (name: string, names: readonly string[]): string => {
  const near = nearest(name, names);
  return near ? `; did you mean "${near}"?` : names.length > 0 ? `; it has ${names.join(', ')}` : '';
};

const fits = (option: Option, given: unknown): boolean =>
  option.type === 'number'
    ? typeof given === 'number' && given >= option.min && given <= option.max
    : option.type === 'flag'
      ? typeof given === 'boolean'
      : Array.isArray(given);

const wanted = (option: Option): string =>
  option.type === 'number'
    ? `a number from ${option.min} to ${option.max}`
    : option.type === 'flag'
      ? 'true or false'
      : 'a list of texts';
