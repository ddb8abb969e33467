import type { KeptElsewhereId } from '../../criteria/kept-elsewhere.ts';
import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';

export const keptElsewhere = defineKind({
  name: 'kept-elsewhere',
  about:
    'A document that describes a record which no repository is the place of: a charter of the board, a log of disclosures.',
  plural: 'descriptions of records kept elsewhere',
  inventory: false,
  traits: {
    described: trait<KeptElsewhereId>('Which record it describes.'),
    placeSaidAt: trait<FilePlace | undefined>('Where it says where the record is kept.'),
  },
});
