import type { PolicyId } from '../../criteria/policies.ts';
import { organisational } from './organisational-sections.ts';
import type { Section } from './section.ts';
import { technical } from './technical-sections.ts';

/**
 * What an auditor looks for in each policy, by meaning: synonyms, in headings of any order and depth, in tables, or in a
 * sentence. Owner, approval, review and version are not among them: rules of their own look at those.
 */
export const sections: { readonly [P in PolicyId]: readonly Section[] } = { ...organisational, ...technical };
