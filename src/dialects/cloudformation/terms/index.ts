import { compute } from './compute.ts';
import { databases } from './databases.ts';
import { identity } from './identity.ts';
import { network } from './network.ts';
import { serverless } from './serverless.ts';
import { storage } from './storage.ts';
import type { Terms } from './term.ts';

/** Every type of resource whose meaning is known. */
export const terms: Terms = { ...storage, ...databases, ...network, ...identity, ...compute, ...serverless };
