import type { Place } from '../../../model/place.ts';
import type { Value } from '../../../model/value.ts';
import { Stop, type Budget } from '../budget.ts';
import { deepMarks, firstUnknown, fromData, toData, type Data } from '../deep.ts';
import { numberOfText, textOfNumber, truthOfText } from '../numbers.ts';
import type { SourceFiles } from '../source-files.ts';
import { joinReferences, unknown, withMarks } from '../values.ts';

/** Where a function is called. */
export interface CallSite {
  name: string;
  at: Place;
  budget: Budget;
  files: SourceFiles;
}

export interface FunctionDefinition {
  minimum: number;
  maximum: number;
  run(args: readonly Value[], site: CallSite): Value;
}

/** A function of wholly known arguments: one unknown in any of them makes the result unknown. */
export const plain = (
  minimum: number,
  maximum: number,
  compute: (args: readonly Data[], site: CallSite) => Data,
): FunctionDefinition => ({
  minimum,
  maximum,
  run: (args, site) => whenKnown(args, site, (data) => fromData(compute(data, site), site.at)),
});

/** As `plain`, where the result is made of values and not of data. */
export function whenKnown(args: readonly Value[], site: CallSite, compute: (data: Data[]) => Value): Value {
  const marks = allMarks(args, site);
  for (const arg of args) {
    const open = firstUnknown(arg, site.budget);
    if (open) return withMarks({ ...unknown(open.reason, site.at), ...('failed' in open && { failed: true }) }, marks);
  }
  return withMarks(compute(args.map((arg) => toData(arg, site.budget))), marks);
}

/** What a result takes over from all that is in its arguments. */
export function allMarks(args: readonly Value[], site: CallSite): ReturnType<typeof deepMarks> {
  let secret = false;
  let references: ReturnType<typeof deepMarks>['references'];
  for (const arg of args) {
    const marks = deepMarks(arg, site.budget);
    secret ||= marks.secret;
    references = joinReferences(references, marks.references);
  }
  return { secret, references };
}

/** A function that looks at its arguments as values: it knows what to do with unknown ones. */
export const shallow = (minimum: number, maximum: number, run: FunctionDefinition['run']): FunctionDefinition => ({
  minimum,
  maximum,
  run,
});

/** One that reads the outside (clock, chance, network): its result is never known here. */
export const outside = (minimum: number, maximum: number): FunctionDefinition =>
  shallow(minimum, maximum, (_args, site) =>
    unknown(
      { code: 'function-outside', subject: `${site.name}()`, settledBy: 'a plan (terraform show -json)' },
      site.at,
    ),
  );

export const wrong = (expected: string): Stop => new Stop('wrong-type', expected);

export function text(data: Data | undefined): string {
  if (typeof data === 'string') return data;
  if (typeof data === 'number') return textOfNumber(data);
  if (typeof data === 'boolean') return String(data);
  throw wrong('a string as the argument');
}

export function numeric(data: Data | undefined): number {
  const read = typeof data === 'number' ? data : typeof data === 'string' ? numberOfText(data) : undefined;
  if (read === undefined) throw wrong('a number as the argument');
  return read;
}

export function whole(data: Data | undefined): number {
  const read = numeric(data);
  if (!Number.isInteger(read)) throw wrong('a whole number as the argument');
  return read;
}

export function items(data: Data | undefined): Data[] {
  if (Array.isArray(data)) return data;
  throw wrong('a list as the argument');
}

export function truth(data: Data | undefined): boolean {
  if (typeof data === 'boolean') return data;
  const read = typeof data === 'string' ? truthOfText(data) : undefined;
  if (read !== undefined) return read;
  throw wrong('true or false as the argument');
}
