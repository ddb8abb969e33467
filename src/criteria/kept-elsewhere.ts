import type { CriterionId } from './catalogue.ts';

/** Records that no repository is the place of, and that a document in one may describe. */
export const keptElsewhere = {
  'oversight-body': { title: 'charter of an oversight body', criterion: 'CC1.2' },
  'disclosure-log': { title: 'log of disclosures', criterion: 'P6.2' },
  'breach-log': { title: 'log of unauthorised disclosures', criterion: 'P6.3' },
  'disclosure-account': { title: 'account of data held and disclosed', criterion: 'P6.7' },
} as const satisfies { readonly [id: string]: { title: string; criterion: CriterionId } };
export type KeptElsewhereId = keyof typeof keptElsewhere;
