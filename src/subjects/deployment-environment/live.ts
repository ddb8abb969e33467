import type { Resource } from '../../dialects/dialect.ts';
import type { SettingsModel } from '../../dialects/github-settings/model.ts';
import { known, type Fact } from '../../model/fact.ts';
import type { Value } from '../../model/value.ts';
import type { MappingContext } from '../mapping.ts';
import { asString, reader } from '../read.ts';

type Settings = Resource<SettingsModel>;

const guards = {
  reviewed: 'that somebody approves a deployment',
  limitedToBranches: 'that only some branches deploy',
  selfReviewPrevented: 'that nobody approves what they started',
} as const;

type Guards = { readonly [name in keyof typeof guards]: Fact<boolean> };

/** Whether the forge says what holds in an environment of this name: then that is judged, and not what files say of it. */
export const isAnswered = (name: Value | undefined, context: MappingContext): boolean =>
  named('live', name, context).length > 0;

/** What a settings file of this repository says of the environment. */
export const statedIn = (name: Value | undefined, context: MappingContext): readonly Settings[] =>
  named('settings', name, context);

function named(app: SettingsModel['app'], name: Value | undefined, context: MappingContext): readonly Settings[] {
  const wanted = name && asString(name);
  if (wanted === undefined) return [];
  return (context.all('github-settings', 'environment') as readonly Settings[]).filter((other) => {
    const value = reader(other).value('name');
    return other.model.app === app && value !== undefined && asString(value)?.toLowerCase() === wanted.toLowerCase();
  });
}

/** What is stated and not held, where it is stated, by way of the answer. */
export const lost = (stated: Guards, held: Guards): Fact<string>[] =>
  (Object.keys(guards) as (keyof Guards)[]).flatMap((name): Fact<string>[] => {
    const [a, b] = [stated[name], held[name]];
    return a.known && b.known && a.value && !b.value ? [known(guards[name], a.at, [b.at])] : [];
  });
