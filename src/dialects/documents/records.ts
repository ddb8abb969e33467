import type { Table } from '../../parse/markdown/tree.ts';
import { wordsOf, stemOf } from './identify.ts';

/** Things that are done again and again, and written down each time. */
const recordKinds = ['access-review', 'restore-test'] as const;
type RecordKind = (typeof recordKinds)[number];

/** A record as a table in a document. */
export interface RecordDocument {
  path: string;
  record: RecordKind;
  tables: readonly Table[];
}

const folders = /^(?:records?|registers?|evidence|audit[-_ ]?evidence)$/i;
const names: { readonly [R in RecordKind]: RegExp } = {
  'access-review': /\b(?:user )?(?:access|entitlement|permission) (?:re ?)?(?:reviews?|certifications?)\b/,
  'restore-test':
    /\b(?:(?:restore|recovery|backup|dr|disaster recovery|continuity) (?:tests?|exercises?|drills?)|restores)\b/,
};

/** Which record a file holds, by a folder for records and its name. */
export function recordIn(path: string): RecordKind | undefined {
  if (
    !path
      .split('/')
      .slice(0, -1)
      .some((folder) => folders.test(folder))
  )
    return undefined;
  const name = wordsOf(stemOf(path)).join(' ');
  return recordKinds.find((kind) => names[kind].test(name));
}
