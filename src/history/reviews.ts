import { registers, type RegisterId } from '../criteria/registers.ts';
import { isApplicable, type Fact, type NotApplicable } from '../model/fact.ts';
import type { Topic } from '../model/kinds/policy-document.ts';
import type { RecordEntry } from '../model/kinds/record.ts';
import { shownPlace } from '../model/place.ts';
import type { Subject } from '../model/subject.ts';
import { readCadence } from '../subjects/policy-document/cadence.ts';
import { reckoned, type Basis, type Reckoned, type Stating } from './cadence.ts';

/** Something that has to be looked at again and again: a policy, a vendor, or what a record is kept of. */
export interface Review extends Reckoned {
  what: 'policy' | RegisterId;
  name: string;
  /** By its last name; empty where no record of it is in the repository. */
  file: string;
  /** Other names that it had in the period. */
  formerly: readonly string[];
  /** It was gone when the period ended. */
  gone: boolean;
  /** Dates that can't be told, in the words of the document. */
  unclear: readonly string[];
}

/** What is written down when something happens, and is never due. */
export interface Happening {
  what: RegisterId;
  file: string;
  /** The days within the period of what the record holds at its end, or held when it went. */
  days: readonly string[];
}

interface Series {
  what: Review['what'];
  name: string;
  file: string;
  formerly: string[];
  statings: Stating[];
  /** What it said last. */
  terms: Terms | undefined;
  last: string;
}

type Terms = Pick<Stating, 'reviewed' | 'next' | 'everyDays' | 'basis' | 'source' | 'unclear' | 'elsewhere'>;
interface Seen extends Pick<Series, 'what' | 'name' | 'file'> {
  terms: Terms;
}

/** Watches what policies and records say of their reviews, commit by commit. */
export class Reviews {
  readonly #series = new Map<string, Series>();
  #before: readonly Subject[] = [];
  readonly #happenings = new Map<string, { what: RegisterId; file: string; days: readonly string[] }>();

  observe(
    at: number,
    commit: string | null,
    subjects: readonly Subject[],
    renamed: ReadonlyMap<string, string> = new Map(),
  ): void {
    const own = subjects.filter(
      ({ role, kind }) => role === 'system' && (kind === 'policy-document' || kind === 'record'),
    );
    const before = this.#before;
    this.#before = own;
    // Most commits touch none of them.
    if (own.length === before.length && own.every((one, index) => isSame(one, before[index]!))) return;
    const documents = own.filter((one) => one.kind === 'policy-document') as Subject<'policy-document'>[];
    const records = own.filter((one) => one.kind === 'record') as Subject<'record'>[];
    const now = new Map<string, Seen>();
    const said = new Promises(documents);
    for (const document of documents) {
      const file = fileOf(document);
      now.set(`policy\0${file}`, {
        what: 'policy',
        name: document.name,
        file,
        terms: termsOf(document, said.ofPolicies),
      });
    }
    for (const seen of recordsIn(records, said)) now.set(`${seen.what}\0${seen.file}\0${seen.name}`, seen);
    this.#follow(now, renamed);
    for (const [key, seen] of now) this.#step(key, seen, at, commit);
    for (const [key, series] of this.#series)
      if (!now.has(key) && series.last !== 'gone') {
        series.last = 'gone';
        series.terms = undefined;
        series.statings.push({ ...nothing, at, commit, gone: true });
      }
    for (const { traits, ...record } of records)
      if (traits.recorded === 'incident-log' || traits.recorded === 'exception-log')
        this.#happenings.set(fileOf(record), {
          what: traits.recorded,
          file: fileOf(record),
          days: traits.written.flatMap(({ days: { date } }) =>
            date?.known && date.value !== undefined ? [date.value] : [],
          ),
        });
  }

  /** What was due between two days, both inside. */
  close(from: string, to: string): { reviews: Review[]; happenings: Happening[] } {
    const reviews = [...this.#series.values()].map((series): Review => {
      const { what, name, file, formerly, statings } = series;
      const unclear = [...new Set(statings.flatMap(({ unclear: one }) => one ?? []))];
      const isLog = what === 'access-review' || what === 'restore-test' || what === 'training-record';
      return {
        what,
        name,
        file,
        formerly,
        gone: series.last === 'gone',
        unclear,
        ...reckoned(statings, from, to, isLog),
      };
    });
    const order = ({ what, file, name }: Review) => `${what === 'policy' ? 0 : 1}\0${what}\0${file}\0${name}`;
    const happenings = [...this.#happenings.values()].map(({ days, ...rest }) => ({
      ...rest,
      days: days.filter((day) => day >= from && day <= to).sort(),
    }));
    return {
      reviews: reviews.sort((a, b) => (order(a) < order(b) ? -1 : 1)),
      happenings: happenings.sort((a, b) => (a.file < b.file ? -1 : 1)),
    };
  }

  /** A document goes on under its new name: git says which, or one with the same title comes where one goes. */
  #follow(now: ReadonlyMap<string, Seen>, renamed: ReadonlyMap<string, string>): void {
    const come = [...now].filter(([key]) => !this.#series.has(key));
    if (come.length === 0) return;
    for (const [key, series] of this.#series) {
      if (now.has(key)) continue;
      const same = come.filter(([, { what, name }]) => what === series.what && name === series.name);
      const found =
        come.find(([, { what, file }]) => what === series.what && file === renamed.get(series.file)) ??
        (same.length === 1 && series.last !== 'gone' ? same[0] : undefined);
      if (!found) continue;
      const [to, { file }] = found;
      this.#series.delete(key);
      if (file !== series.file && series.file !== '') series.formerly.push(series.file);
      this.#series.set(to, series);
      come.splice(come.indexOf(found), 1);
    }
  }

  #step(key: string, { what, name, file, terms }: Seen, at: number, commit: string | null): void {
    let series = this.#series.get(key);
    if (!series)
      this.#series.set(key, (series = { what, name, file, formerly: [], statings: [], terms: undefined, last: '' }));
    Object.assign(series, { name, file });
    if (series.terms === terms) return;
    series.terms = terms;
    const said = JSON.stringify(terms);
    if (series.last === said) return;
    series.last = said;
    series.statings.push({ at, commit, ...terms });
  }
}

const isSame = (a: Subject, b: Subject): boolean =>
  a.traits === b.traits && a.name === b.name && fileOf(a) === fileOf(b);

const nothing: Terms = { reviewed: [], next: null, everyDays: null, basis: 'none' };

/** How often policies say that things are done. */
class Promises {
  readonly #documents: readonly Subject<'policy-document'>[];
  readonly ofPolicies: { days: number; source: string } | undefined;
  readonly #byTopic = new Map<Topic, { days: number; source: string } | undefined>();

  constructor(documents: readonly Subject<'policy-document'>[]) {
    this.#documents = documents;
    this.ofPolicies = longest(documents.flatMap((document) => ofAllPolicies(document)));
  }

  on(topic: Topic): { days: number; source: string } | undefined {
    if (!this.#byTopic.has(topic))
      this.#byTopic.set(
        topic,
        longest(
          this.#documents.flatMap(({ traits }) =>
            traits.statements.flatMap(({ topic: of, value, document, quote }) =>
              of === topic && value.known ? [{ days: value.value, source: `${document}: "${quote}"` }] : [],
            ),
          ),
        ),
      );
    return this.#byTopic.get(topic);
  }
}

/** Where they differ the longest, so that nobody is called late too soon. */
const longest = <T extends { days: number }>(found: readonly T[]): T | undefined =>
  [...found].sort((a, b) => b.days - a.days)[0];

const sentencesOfAll = new WeakMap<object, { days: number; source: string }[]>();
const ofAll =
  /\b(?:all|each|every|these|our|its|the|security|company)\b[^.]{0,30}\bpolic(?:y|ies)\b[^.]{0,60}\b(?:is|are|be|gets?|undergoe?s?)\b[^.]{0,40}\b(?:review|updat|revis)|\b(?:review|revis)\w*\b[^.]{0,30}\b(?:all|each|every|these|our|its|security)\b[^.]{0,20}\bpolic(?:y|ies)\b/;
const hedged =
  /\b(?:should|may|might|ideally|recommended|where (?:possible|feasible|practical|appropriate)|as needed)\b/;

/** "All policies are reviewed at least once a year": what holds for each that says nothing itself. */
function ofAllPolicies({ name, traits }: Subject<'policy-document'>): { days: number; source: string }[] {
  let found = sentencesOfAll.get(traits);
  if (!found) {
    found = traits.text.split(/(?<=[.;])\s+|\n/).flatMap((sentence) => {
      if (!ofAll.test(sentence) || hedged.test(sentence)) return [];
      const days = readCadence(sentence);
      return typeof days === 'number' ? [{ days, source: `${name}: "${sentence.slice(0, 200)}"` }] : [];
    });
    sentencesOfAll.set(traits, found);
  }
  return found;
}

type Document = Subject<'policy-document'>;
type Promise = { days: number; source: string };

const ownTerms = new WeakMap<object, { of: string | undefined; terms: Terms }>();

/** The same object for as long as nothing of it changes. */
function termsOf({ traits }: Document, ofPolicies: Promise | undefined): Terms {
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
function recordsIn(records: readonly Subject<'record'>[], said: Promises): Seen[] {
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
    const key = `${recorded}\0${withoutDates(file)}`;
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
      file: files > 1 || withoutDates(file) !== file ? withoutDates(file) : file,
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

const every = (
  promise: { days: number; source: string } | undefined,
  has = true,
): Pick<Terms, 'everyDays' | 'basis' | 'source'> =>
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

const withoutDates = (file: string): string =>
  file.replace(/\d{4}(?:[-_]?\d{2}){0,2}/g, '#').replace(/#[-_ ]?(?:q[1-4]|h[12])\b|\b(?:q[1-4]|h[12])[-_ ]?#/gi, '#');

const fileOf = ({ at }: Pick<Subject, 'at'>): string => shownPlace(at)?.file ?? '';
