import type { Fact } from '../fact.ts';
import { trait } from '../kind.ts';

// Traits that several kinds have. A trait name means one thing everywhere, so these are declared once.

export const encryptedAtRest = trait<Fact<boolean>>('Whether what is stored is encrypted on disk, by whosever key.');
export const versioned = trait<Fact<boolean>>('Whether former versions of what is stored are kept.');
