import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';

export const repository = defineKind({
  name: 'repository',
  about: 'The scanned repository itself: there is always exactly one.',
  plural: 'repositories',
  inventory: false,
  traits: {
    paths: trait<readonly string[]>('The tracked paths, relative to the scanned folder, sorted.'),
    allLookedThrough: trait<boolean>('Whether all of its source was looked through for them.'),
    hiddenCharacters: trait<readonly { file: string; code: string; what: 'direction' | 'invisible'; at: FilePlace }[]>(
      'Where source holds characters that make it look other than it is: one a line.',
    ),
    holds: trait<ReadonlyMap<string, FilePlace>>('What the config declares to be held here, and where it says so.'),
  },
});
