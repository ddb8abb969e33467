import { notApplicable, type NotApplicable } from '../model/fact.ts';
import type { PolicyText } from '../model/kinds/policy.ts';
import type { Place } from '../model/place.ts';
import { pass } from './rule.ts';

/** A policy of which there are only drafts, or texts that were retired, says nothing that holds: it is evidence of nothing. */
export const passInForce = (texts: readonly PolicyText[], at: Place): ReturnType<typeof pass> | NotApplicable =>
  texts.some(({ inForce }) => inForce)
    ? pass(at)
    : notApplicable('it is a draft, or no longer in force: policies-are-approved looks at that');
