import { known, unknownFact, type Fact } from '../model/fact.ts';
import type { Place } from '../model/place.ts';
import type { Value } from '../model/value.ts';
import { knownOf } from './read.ts';
import { outside, some } from './stated.ts';

// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids
const keyId = /(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])/;

/** Whether the id of an access key of AWS is written in one of these texts; what comes from outside is not in the code. */
export const holdsAccessKey = (values: readonly (Value | undefined)[], at: Place): Fact<boolean> =>
  some(
    values.flatMap((value) => (value ? factsOf(value) : [])),
    known(false, at),
  );

function factsOf(value: Value, depth = 0): readonly Fact<boolean>[] {
  if (depth > 20) return [];
  if (value.type === 'string') return [knownOf(value, keyId.test(value.value))];
  if (value.type === 'list') return value.items.flatMap((item) => factsOf(item, depth + 1));
  if (value.type === 'object') return [...value.entries.values()].flatMap((item) => factsOf(item, depth + 1));
  if (value.type !== 'unknown') return [];
  if (keyId.test(value.prefix ?? '') || keyId.test(value.suffix ?? '')) return [known(true, value.at, value.via)];
  if (outside.includes(value.reason.code)) return [known(false, value.at, value.via)];
  return [unknownFact(value.reason, value.at, value.via)];
}
