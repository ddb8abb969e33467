import type { Place } from '../../../model/place.ts';
import { reason, unknown, type Item } from '../../programs/items.ts';
import type { Construct } from '../construct.ts';

/** Something that the library makes beside a construct, as others refer to it. */
export const made = ({ instance, at }: Construct, suffix: string, place: Place = at, attribute = 'arn'): Item => {
  const name = `${instance.name}/${suffix}`;
  return unknown(reason('known-after-apply', name, 'the stack, when it is made'), place, {
    references: [{ address: name, path: [attribute] }],
  });
};
