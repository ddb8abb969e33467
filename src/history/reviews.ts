import type { RegisterId } from '../criteria/registers.ts';
import type { Subject } from '../model/subject.ts';
import { reckoned, type Reckoned, type Stating } from './cadence.ts';
import { Promises, promiseTheSame } from './promises.ts';
import { fileOf, nothing, recordsIn, termsOf, type Seen, type Terms } from './review-terms.ts';

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

/** Watches what policies and records say of their reviews, commit by commit. */
export class Reviews {
  readonly #series = new Map<string, Series>();
  /** Undefined before the first state. */
  #before: readonly Subject[] | undefined = undefined;
  #promises = new Promises([]);
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
    const changed = changedIn(before, own);
    // Most commits touch none of them, or the text of one.
    if (!changed) this.#whole(own, at, commit, renamed);
    else for (const document of changed) this.#step(seenOf(document, this.#promises), at, commit);
  }

  #whole(own: readonly Subject[], at: number, commit: string | null, renamed: ReadonlyMap<string, string>): void {
    const documents = own.filter(isDocument);
    const records = own.filter((one) => one.kind === 'record') as Subject<'record'>[];
    this.#promises = new Promises(documents);
    const now = new Map(
      [...documents.map((one) => seenOf(one, this.#promises)), ...recordsIn(records, this.#promises)].map(
        (seen) => [keyOf(seen), seen] as const,
      ),
    );
    this.#follow(now, renamed);
    for (const seen of now.values()) this.#step(seen, at, commit);
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

  #step(seen: Seen, at: number, commit: string | null): void {
    const { what, name, file, terms } = seen;
    const key = keyOf(seen);
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

const isDocument = (one: Subject): one is Subject<'policy-document'> => one.kind === 'policy-document';

const keyOf = ({ what, file, name }: Seen): string =>
  what === 'policy' ? `policy\0${file}` : `${what}\0${file}\0${name}`;

const seenOf = (document: Subject<'policy-document'>, promises: Promises): Seen => ({
  what: 'policy',
  name: document.name,
  file: fileOf(document),
  terms: termsOf(document, promises.on('policies')),
});

/** The policies that say something else, where all else is as it was; undefined where more has changed. */
function changedIn(
  before: readonly Subject[] | undefined,
  now: readonly Subject[],
): Subject<'policy-document'>[] | undefined {
  if (before?.length !== now.length) return undefined;
  const changed: Subject<'policy-document'>[] = [];
  for (let index = 0; index < now.length; index++) {
    const [was, one] = [before[index]!, now[index]!];
    if (was === one) continue;
    const isThere = fileOf(was) === fileOf(one);
    if (isThere && was.traits === one.traits && was.name === one.name) continue;
    if (!isThere || !isDocument(was) || !isDocument(one) || !promiseTheSame(was, one)) return undefined;
    changed.push(one);
  }
  return changed;
}
