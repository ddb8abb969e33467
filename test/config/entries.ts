import type { RuleEntry } from '../../src/rule/entry.ts';

/** Rules as a configuration is checked against them. */
export const entries: readonly RuleEntry[] = [
  {
    id: 'door-is-closed',
    domain: 'house',
    severity: 'high',
    criteria: ['CC6.4'],
    kinds: ['workflow'],
    aspects: ['lock', 'hinge'],
    formerly: ['gate-is-closed'],
    options: {
      days: { type: 'number', default: 30, min: 1, max: 365, about: 'Days.' },
      names: { type: 'strings', default: [], about: 'Names.' },
      strict: { type: 'flag', default: false, about: 'Strict.' },
    },
  },
  { id: 'window-is-shut', domain: 'house', severity: 'low', criteria: ['A1.2'], kinds: ['workflow'] },
];

export const register = `exceptions:
  - rule: door-is-closed
    aspect: lock
    path: infra/**
    reason: the lock is being replaced
    owner: facilities
    until: 2027-01-31
  - rule: window-is-shut
    subject: kitchen
    reason: it does not open
`;
