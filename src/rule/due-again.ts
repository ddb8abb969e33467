import type { CriterionId } from '../criteria/catalogue.ts';
import type { RegisterId } from '../criteria/registers.ts';
import type { Topic } from '../model/kinds/policy-document.ts';

/**
 * What is due again and again and kept on record, by its register: what it is called, where policies say how often, and what it is
 * evidence for. What happens only when something happens (incidents, exceptions) can't be late.
 */
export const dueAgain: {
  readonly [R in RegisterId]?: { what: string; topic?: Topic; criteria: readonly CriterionId[] };
} = {
  'access-review': { what: 'access review', topic: 'access-review', criteria: ['CC6.2', 'CC6.3'] },
  'restore-test': { what: 'restore test', topic: 'restore-test', criteria: ['A1.3', 'CC7.5'] },
  'risk-register': { what: 'review of risks', topic: 'risk-review', criteria: ['CC3.2', 'CC3.4'] },
  'vendor-register': { what: 'review of vendors', topic: 'vendor-review', criteria: ['CC9.2'] },
  'asset-inventory': { what: 'review of the inventory', criteria: ['CC6.1'] },
  'training-record': { what: 'training', topic: 'training', criteria: ['CC1.4', 'CC2.2'] },
};
