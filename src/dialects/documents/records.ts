import { registerIds, type RegisterId } from '../../criteria/registers.ts';
import type { Piece, Table } from '../../parse/markdown/tree.ts';
import { wordsOf, stemOf } from './identify.ts';

/** A register or record: tables of a document, or rows of a data file told as one. */
export interface RecordDocument {
  path: string;
  record: RegisterId;
  tables: readonly Table[];
  /** The day on which it says that all of it was last looked through. */
  reviewed?: Piece;
}

const folders = /^(?:records?|registers?|registries|evidence|audit[-_ ]?evidence)$/i;
const inFolder: { readonly [R in RegisterId]: RegExp } = {
  'access-review': /\b(?:user )?(?:access|entitlement|permission) (?:re ?)?(?:reviews?|certifications?)\b/,
  'restore-test':
    /\b(?:(?:restore|recovery|backup|dr|disaster recovery|continuity) (?:tests?|exercises?|drills?)|restores)\b/,
  'risk-register': /^(?:.* )?risks?(?: (?:register|log|assessment|inventory))?$/,
  'vendor-register':
    /^(?:.* )?(?:vendors?|suppliers?|third part(?:y|ies))(?: (?:register|list|inventory|log|management))?$/,
  'asset-inventory': /^(?:.* )?(?:assets?|systems?|data)(?: (?:register|inventory|map))?$/,
  'incident-log': /^(?:.* )?incidents?(?: (?:register|log|records?))?$/,
  'training-record': /^(?:.* )?trainings?(?: (?:register|log|records?))?$/,
  'exception-log': /^(?:.* )?exceptions?(?: (?:register|log))?$/,
  'training-plan': /^(?:.* )?trainings? (?:plan|programme?|schedule|calendar)$/,
  'subprocessor-list': /^(?:.* )?sub ?processors?(?: (?:register|list|inventory))?$/,
  'post-mortem': /\b(?:post ?mortem|incident (?:report|review)|root cause analysis|rca)\b/,
};
/** Names that say by themselves what the file is, wherever it lies. */
const anywhere: { readonly [R in RegisterId]?: RegExp } = {
  'risk-register': /^(?:.* )?risk (?:register|tracker)$/,
  'vendor-register': /^(?:.* )?(?:vendor|supplier|third party) (?:register|inventory|list|tracker)$/,
  'asset-inventory': /^(?:.* )?(?:(?:information )?asset (?:register|inventory|tracker)|data (?:register|inventory))$/,
  'incident-log': /^(?:.* )?(?:security )?incident (?:register|log)$/,
  'training-record': /^(?:.* )?training (?:register|log|records?)$/,
  'exception-log': /^(?:.* )?exceptions? (?:register|log)$/,
  'training-plan': /^(?:.* )?(?:security|awareness) (?:awareness )?training plan$/,
  'subprocessor-list': /^(?:.* )?sub ?processors? (?:register|list|inventory)$/,
};
const reports = /^(?:post[-_ ]?mortems?|incident[-_ ](?:reports?|reviews?))$/i;
const noReport = /^(?:readme|_?index|_?config|metadata|data|.*\btemplate\b.*|example)$/i;

/** Which record a file holds, by a folder for records and its name, or by a name that says so. */
export function recordIn(path: string): RegisterId | undefined {
  const parents = path.split('/').slice(0, -1);
  if (parents.some((folder) => /^(?:node_modules|vendor|test|tests|fixtures|examples?|locales?)$/i.test(folder)))
    return undefined;
  const file = path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  if (parents.some((folder) => reports.test(folder))) return noReport.test(file) ? undefined : 'post-mortem';
  const name = wordsOf(stemOf(path.replace(data, ''))).join(' ');
  const kept = parents.some((folder) => folders.test(folder));
  return registerIds.find((id) => (kept && inFolder[id].test(name)) || anywhere[id]?.test(name));
}

/** What records are kept in besides text. */
export const data = /\.(?:ya?ml|json|csv)$/i;
