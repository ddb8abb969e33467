import { registers, type RegisterId } from '../criteria/registers.ts';
import { isApplicable, type Fact, type NotApplicable } from '../model/fact.ts';
import type { Topic } from '../model/kinds/policy-document.ts';
import type { RecordEntry } from '../model/kinds/record.ts';
import { shownPlace } from '../model/place.ts';
import type { Subject } from '../model/subject.ts';
import { logOf } from '../rule/records.ts';
import type { Basis, Stating } from './cadence.ts';
import type { Promise, Promises } from './promises.ts';

/** What something says of its reviews. */
export type Terms = Pick<Stating, 'reviewed' | 'next' | 'everyDays' | 'basis' | 'source' | 'unclear' | 'elsewhere'>;

export interface Seen {
  what: 'policy' | RegisterId;
  name: string;
  file: string;
  terms: Terms;
}

export const nothing: Terms = { reviewed: [], next: null, everyDays: null, basis: 'none' };

type Document = Subject<'policy-document'>;

const ownTerms = new WeakMap<object, { of: string | undefined; terms: Terms }>();

/** What a policy says; the same object for as long as nothing of it changes. */
export function termsOf({ traits }: Document, ofPolicies: Promise | undefined): Terms {
  const found = ownTerms.get(traits);
  if (found && found.of === ofPolicies?.source) return found.terms;
  const terms = readTerms(traits, ofPolicies);
  ownTerms.set(traits, { of: ofPolicies?.source, terms });
  return terms;
}

function readTerms(traits: Document['traits'], ofPolicies: Promise | undefined): Terms {
  const reviewed = dayIn(traits.reviewedOn);
  const next = dayIn(traits.nextReviewOn);
  const every = traits.reviewEveryDays;
  const own = isApplicable(every) && every.known ? every.value : undefined;
  const unclear = reviewed.unclear ?? next.unclear;
  const everyDays = own ?? ofPolicies?.days ?? null;
  const basis: Basis =
    next.day !== undefined ? 'next-review' : own !== undefined ? 'own' : everyDays === null ? 'none' : 'policy';
  return {
    reviewed: reviewed.day === undefined ? [] : [reviewed.day],
    next: next.day ?? null,
    everyDays,
    basis,
    ...(basis === 'policy' && { source: ofPolicies!.source }),
    ...(unclear !== undefined && { unclear }),
  };
}

type Day = Fact<string | undefined> | NotApplicable;

function dayIn(fact: Day): { day?: string; unclear?: string } {
  if (!isApplicable(fact)) return {};
  if (!fact.known) return { unclear: fact.reason.subject ?? fact.reason.code };
  return fact.value === undefined ? {} : { day: fact.value };
}

const topicOf: { readonly [R in RegisterId]?: Topic } = {
  'access-review': 'access-review',
  'restore-test': 'restore-test',
  'risk-register': 'risk-review',
  'vendor-register': 'vendor-review',
  'training-record': 'training',
};

/** What records say: files of one kind that differ in their dates only are one record. */
export function recordsIn(records: readonly Subject<'record'>[], said: Promises): Seen[] {
  const seen: Seen[] = [];
  const logs = new Map<string, { what: RegisterId; file: string; files: number; days: string[]; unclear?: string }>();
  for (const one of records) {
    const { recorded, written, lastEntryOn } = one.traits;
    const file = fileOf(one);
    if (recorded === 'incident-log' || recorded === 'exception-log') continue;
    if (recorded === 'vendor-register' && written.some(({ days }) => days.reviewed ?? days.next)) {
      seen.push(...vendorsIn(written, file, said));
      continue;
    }
    const days =
      recorded === 'risk-register' || recorded === 'asset-inventory'
        ? factDays([lastEntryOn])
        : factDays(written.map((entry) => entry.days.date));
    const key = `${recorded}\0${logOf(file)}`;
    const log = logs.get(key) ?? { what: recorded, file, files: 0, days: [] };
    log.files++;
    log.days.push(...days.known);
    if (days.unclear !== undefined) log.unclear = days.unclear;
    logs.set(key, log);
  }
  for (const { what, file, files, days, unclear } of logs.values())
    seen.push({
      what,
      name: registers[what].title,
      file: files > 1 || logOf(file) !== file ? logOf(file) : file,
      terms: {
        reviewed: [...new Set(days)].sort(),
        next: null,
        ...every(said.on(topicOf[what] ?? 'training'), topicOf[what] !== undefined),
        ...(unclear !== undefined && { unclear }),
      },
    });
  for (const [what, topic] of Object.entries(topicOf) as [RegisterId, Topic][]) {
    const promise = said.on(topic);
    if (promise && !seen.some((one) => one.what === what))
      seen.push({
        what,
        name: registers[what].title,
        file: '',
        terms: { ...nothing, ...every(promise), elsewhere: true },
      });
  }
  return seen;
}

const every = (promise: Promise | undefined, has = true): Pick<Terms, 'everyDays' | 'basis' | 'source'> =>
  promise && has
    ? { everyDays: promise.days, basis: 'policy', source: promise.source }
    : { everyDays: null, basis: 'none' };

const inUse = /\b(?:retired|inactive|terminated|former|off-?boarded|ended|closed)\b/i;

function vendorsIn(entries: readonly RecordEntry[], file: string, said: Promises): Seen[] {
  return entries
    .filter(({ cells: { status } }) => !inUse.test(status?.text ?? ''))
    .map(({ name, days }) => {
      const next = factDays([days.next]);
      const reviewed = factDays([days.reviewed ?? days.report]);
      const unclear = next.unclear ?? reviewed.unclear;
      const terms = every(said.on('vendor-review'));
      return {
        what: 'vendor-register' as const,
        name,
        file,
        terms: {
          ...terms,
          reviewed: reviewed.known,
          next: next.known[0] ?? null,
          ...(next.known.length > 0 && { basis: 'next-review' as const }),
          ...(unclear !== undefined && { unclear }),
        },
      };
    });
}

function factDays(facts: readonly (Day | undefined)[]) {
  const read = facts.flatMap((fact) => (fact === undefined ? [] : [dayIn(fact)]));
  const unclear = read.find((one) => one.unclear !== undefined)?.unclear;
  return { known: read.flatMap(({ day }) => day ?? []), ...(unclear !== undefined && { unclear }) };
}

export const fileOf = ({ at }: Pick<Subject, 'at'>): string => shownPlace(at)?.file ?? '';
