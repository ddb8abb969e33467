import type { Dialect } from './dialect.ts';
import { repository } from './repository/index.ts';
import { terraform } from './terraform/index.ts';

/** In the order in which they are asked: whoever claims by name stands before whoever claims by content. */
export const dialects: readonly Dialect[] = [terraform, repository];
