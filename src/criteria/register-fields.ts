/** What an entry of a register can say. */
export type Field =
  | 'what'
  | 'date'
  | 'who'
  | 'result'
  | 'owner'
  | 'likelihood'
  | 'impact'
  | 'rating'
  | 'treatment'
  | 'status'
  | 'reviewed'
  | 'next'
  | 'service'
  | 'criticality'
  | 'report'
  | 'classification'
  | 'location'
  | 'detected'
  | 'resolved'
  | 'cause'
  | 'actions'
  | 'reason'
  | 'approver'
  | 'expires'
  | 'audience'
  | 'often'
  | 'timeline'
  | 'open';

/** The fields that hold a day. */
export const dayFields: readonly Field[] = ['date', 'reviewed', 'next', 'report', 'detected', 'resolved', 'expires'];

export interface RegisterField {
  /** What the column or key is called, in lower case and single spaces. */
  called: RegExp;
  /** For a person who fills it in. */
  about: string;
  required?: true;
}

export const owner = {
  called: /^(?:(?:\w+ )?owner|responsible(?: (?:person|party|team))?|accountable)$/,
  about: 'Who answers for it: a role.',
} as const;
export const status = { called: /^(?:status|state)$/, about: 'Where it stands: open, closed.' } as const;
export const reviewed = {
  called:
    /^(?:(?:last )?review(?:ed)?(?: (?:on|date))?|last (?:reviewed?|assessment|assessed)(?: (?:on|date))?|date (?:of )?(?:last )?(?:review|assessment))$/,
  about: 'The day it was last looked at, YYYY-MM-DD.',
} as const;
export const next = {
  called:
    /^(?:next (?:review|assessment)(?: (?:on|date|due))?|(?:review|re-?assess) (?:by|due)(?: date)?|due(?: date)?)$/,
  about: 'The day by which it is looked at next, YYYY-MM-DD.',
} as const;
export const date = (more: string) => ({
  called: new RegExp(`^(?:date|day|when|performed(?: on)?|completed(?: on)?|date (?:of )?.*|${more})$`),
  about: 'The day, YYYY-MM-DD.',
});
export const who = {
  called: /^(?:by|who|reviewers?|tester|tested by|reviewed by|performed by|responsible|owner|conducted by|lead)$/,
  about: 'Who did it: a role.',
} as const;
