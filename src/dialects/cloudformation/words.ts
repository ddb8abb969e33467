import type { FilePlace, Place } from '../../model/place.ts';
import type { ObjectValue, Value } from '../../model/value.ts';
import type { Resource } from '../dialect.ts';
import { Body, respelled, snake } from './body.ts';
import { terms } from './terms/index.ts';
import { object, reason, unknown, withReferences } from './values.ts';

/** Who states a resource, and where. */
export interface Stating {
  name: string;
  /** What it is called where its values are not known yet. */
  shown: string;
  at: FilePlace;
  block: FilePlace;
}

type Worded = Pick<Resource, 'type' | 'name' | 'body' | 'at' | 'block'>;

/** A resource of CloudFormation in the words of the mappings, as one resource or several; none where they have no word for it. */
export function inWords(type: string, stated: ObjectValue, { name, shown, at, block }: Stating): Worded[] {
  const term = terms[type];
  if (!term) return [];
  const body = new Body(respelled(stated, snake) as ObjectValue);
  term.edit?.(body);
  const owner = withReferences(unknown(reason('known-after-apply', shown, 'the stack, when it is made'), at), [
    { address: name, path: ['id'] },
  ]);
  const parts = term.parts?.(body, owner) ?? [];
  return [
    { type: typeof term.type === 'string' ? term.type : term.type(body), name, body: body.value, at, block },
    ...parts.map((part) => {
      const place = filePlace(part.stated?.at) ?? at;
      const entries = new Map<string, Value>();
      for (const [key, value] of Object.entries(part.entries)) if (value) entries.set(key, value);
      return {
        type: part.type,
        name: `${name}.${part.property}`,
        body: object(entries, place),
        at: place,
        block: place,
      };
    }),
  ];
}

const filePlace = (place: Place | undefined): FilePlace | undefined => (place && 'file' in place ? place : undefined);
