import type { Place } from '../../model/place.ts';
import type { Value } from '../../model/value.ts';
import { failed, tooLarge, unknown } from './values.ts';

/**
 * What one memoised value (a local, an attribute, an output) may cost. Every such value has the whole budget for itself,
 * so that the order in which values are asked for does not decide which of them is too large.
 */
export const limits = {
  steps: 300_000,
  depth: 320,
  textLength: 2_000_000,
  instances: 10_000,
  /** Module instances in one root. */
  modules: 20_000,
  moduleDepth: 30,
} as const;

export interface Budget {
  steps: number;
  depth: number;
}

export const newBudget = (): Budget => ({ steps: limits.steps, depth: 0 });

/** Ends an evaluation from any depth; `bounded` catches it. */
export class Stop extends Error {
  readonly code: 'too-large' | 'wrong-type' | 'does-not-exist' | 'not-evaluated' | 'function-outside';
  constructor(code: Stop['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** Counts work; throws `Stop` when the budget is used up. */
export function spend(budget: Budget, steps = 1): void {
  budget.steps -= steps;
  if (budget.steps < 0) throw new Stop('too-large', 'more steps than the budget has');
}

/** Runs with a budget of its own and never throws: what goes over it is unknown, with that reason. */
export function bounded(budget: Budget, at: Place, subject: string, compute: () => Value): Value {
  const steps = budget.steps;
  const depth = budget.depth;
  if (depth > limits.depth) return tooLarge(at, subject);
  budget.steps = limits.steps;
  try {
    return compute();
  } catch (cause) {
    return valueOfStop(cause, at, subject);
  } finally {
    budget.steps = steps;
    budget.depth = depth;
  }
}

/** What a thrown `Stop` means as a value. A stack or string limit of the platform counts as too large. */
export function valueOfStop(cause: unknown, at: Place, subject: string): Value {
  if (cause instanceof RangeError) return tooLarge(at, subject);
  if (!(cause instanceof Stop)) throw cause;
  if (cause.code === 'too-large') return tooLarge(at, subject);
  if (cause.code === 'wrong-type' || cause.code === 'does-not-exist')
    return failed(cause.code, subject, cause.message, at);
  return unknown({ code: cause.code, subject, settledBy: cause.message }, at);
}

/** A value that is worked out when it is first read. Reading it while it is being worked out is a cycle. */
export function lazily(budget: Budget, at: Place, subject: string, compute: () => Value): () => Value {
  let value: Value | undefined;
  let running = false;
  return () => {
    if (value) return value;
    if (running) return cycle(at, subject);
    running = true;
    value = bounded(budget, at, subject, compute);
    running = false;
    return value;
  };
}

export const cycle = (at: Place, subject: string): Value =>
  unknown({ code: 'cycle', subject, settledBy: `a definition of ${subject} that does not refer to itself` }, at);
