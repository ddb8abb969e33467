import type { DialectOutput } from '../dialect.ts';
export const read = (): DialectOutput => ({ resources: [], comments: [], unresolved: [] });
