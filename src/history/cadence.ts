import { dayAfter } from '../rule/days.ts';
import { dayOfTime } from './commit.ts';

/** Where the time between two reviews is laid down. */
export type Basis =
  /** It names the day of the next one. */
  | 'next-review'
  /** It says how often by itself. */
  | 'own'
  /** A policy says how often. */
  | 'policy'
  /** Nothing says so: nothing is due. */
  | 'none';

/** What something that is reviewed again and again says of its reviews, from a commit on. */
export interface Stating {
  at: number;
  /** Null: so it was when the period began. */
  commit: string | null;
  /** It is not there any more. */
  gone?: true;
  /** The days of reviews that it states, oldest first. */
  reviewed: readonly string[];
  /** No record of it is in the repository: whether it was made, can't be told. */
  elsewhere?: true;
  /** A day that is written so that it can't be told, in its words. */
  unclear?: string;
  next: string | null;
  everyDays: number | null;
  basis: Basis;
  /** Who says how often: a document and its sentence. */
  source?: string;
}

/** A review that was due. */
export interface Due {
  /** The last day on which it was in time. */
  due: string;
  basis: Basis;
  everyDays: number | null;
  /** The review from which it counts; null where none is stated, and it counts from when it was first seen. */
  since: string | null;
  /**
   * `late`: made after the day, before the next one was due. `missing`: not made until then, or until the period ended.
   * `recorded-late`: it states a day in time, and the commit that says so came after the day. `moved`: the day itself was moved
   * before it came. `cannot-tell`: as the reason says.
   */
  result: 'in-time' | 'late' | 'missing' | 'recorded-late' | 'moved' | 'cannot-tell';
  /** The day of the review as it is stated. */
  review: string | null;
  /** The day of the commit that states it. */
  recorded: string | null;
  commit: string | null;
  /** Days after the one on which it was due; for what is missing, until the period ended or the next one was due. */
  lateDays: number;
  reason: string;
}

/** A day that a document states, against the commit that put it there. */
export interface Stamp {
  stated: string;
  recorded: string;
  commit: string;
  /** Days from what is stated to the commit; below 0 it was stated before it came. */
  days: number;
  /** A day apart is the same: the world has several days at a time. `back`: a newer one stood there before. */
  kind: 'on-the-day' | 'written-later' | 'in-the-future' | 'back';
}

export interface Term {
  from: string;
  commit: string | null;
  everyDays: number | null;
  next: string | null;
  basis: Basis;
  source?: string;
}

export interface Reckoned {
  dues: Due[];
  stamps: Stamp[];
  /** How often it had to be reviewed, from when on. */
  terms: Term[];
}

/** The reviews that were due in a period by what was laid down at that time, and what came of each. Days are inside. */
export function reckoned(statings: readonly Stating[], from: string, to: string, ofLog: boolean): Reckoned {
  const reckoning = new Reckoning(from, to, ofLog);
  for (const stating of statings) reckoning.hear(stating);
  return reckoning.end();
}

/** What is due now. */
interface Open {
  due: string;
  since: string | null;
  basis: Basis;
  everyDays: number | null;
}

class Reckoning {
  readonly #from: string;
  readonly #to: string;
  readonly #ofLog: boolean;
  readonly #dues: Due[] = [];
  readonly #stamps: Stamp[] = [];
  readonly #terms: Term[] = [];
  readonly #seen = new Set<string>();
  #last: string | null = null;
  #firstSeen: string | null = null;
  #open: Open | undefined = undefined;
  #before: Stating | undefined = undefined;

  constructor(from: string, to: string, ofLog: boolean) {
    this.#from = from;
    this.#to = to;
    this.#ofLog = ofLog;
  }

  hear(stating: Stating): void {
    const day = dayOfTime(stating.at);
    if (stating.gone) {
      // What was overdue when it went was not made; what was not yet due is due no more.
      this.#miss(day, 'it was taken away, and until then no review is stated');
      this.#open = undefined;
      this.#before = undefined;
      return;
    }
    this.#firstSeen ??= day;
    const isFirst = this.#before === undefined;
    const news = stating.reviewed.filter((one) => !this.#seen.has(one));
    if (stating.commit !== null) this.#stamp(news, stating, day);
    let isReviewed = false;
    for (const review of news) {
      this.#seen.add(review);
      // A review isn't made after the commit that states it.
      if (!isFirst) this.#made(review < day ? review : day, review, day, stating);
      if (this.#last !== null && review <= this.#last) continue;
      this.#last = review;
      isReviewed = true;
      // Of several that came at once each is the one from which the next one counts.
      this.#open = this.#opened(stating, day, true);
    }
    this.#settle(stating, day, isReviewed || isFirst);
    this.#before = stating;
  }

  end(): Reckoned {
    this.#miss(this.#to, 'no review is stated until the period ended');
    const inside = (day: string | null) => day !== null && day >= this.#from && day <= this.#to;
    // Of what was overdue before the period began, only what still was then.
    const dues = this.#dues.filter(
      ({ due, review, recorded, result }) =>
        inside(due) || inside(recorded) || (due < this.#from && (result === 'missing' || inside(review))),
    );
    const before = dues.filter(({ due, result }) => due < this.#from && result === 'missing').slice(0, -1);
    return {
      dues: dues.filter((one) => !before.includes(one)),
      stamps: this.#stamps,
      terms: this.#terms,
    };
  }

  #stamp(news: readonly string[], { commit, reviewed }: Stating, recorded: string): void {
    for (const stated of news) {
      const days = daysBetween(stated, recorded);
      const kind = Math.abs(days) <= 1 ? 'on-the-day' : days < 0 ? 'in-the-future' : 'written-later';
      this.#stamps.push({ stated, recorded, commit: commit!, days, kind });
    }
    const newest = reviewed.at(-1);
    const former = this.#before?.reviewed.at(-1);
    if (newest !== undefined && former !== undefined && newest < former && !news.includes(newest))
      this.#stamps.push({
        stated: newest,
        recorded,
        commit: commit!,
        days: daysBetween(newest, recorded),
        kind: 'back',
      });
  }

  /** Brings together a review and what was due. */
  #made(review: string, stated: string, recorded: string, { commit }: Stating): void {
    const made = { review: stated, recorded, commit };
    const missed = this.#dues.find(
      ({ due, result, since }) =>
        (result === 'missing' || result === 'late') && review <= due && (since ?? '') < review,
    );
    if (missed) {
      const reason = `it is stated for ${stated}, in time, and was written down ${counted(daysBetween(missed.due, recorded))} after the day`;
      Object.assign(missed, made, { result: 'recorded-late', lateDays: daysBetween(missed.due, recorded), reason });
      return;
    }
    if (this.#last !== null && stated <= this.#last) return;
    while (this.#open) {
      const { due, everyDays } = this.#open;
      const following = everyDays === null ? undefined : dayAfter(due, everyDays);
      if (following === undefined || review <= following) break;
      this.#tell({
        result: 'missing',
        lateDays: daysBetween(due, following),
        reason: 'no review is stated until the next one was due',
      });
      this.#open = { ...this.#open, due: following };
    }
    if (this.#open) this.#tell({ ...made, ...this.#judged(review, stated, recorded, this.#open) });
    this.#open = undefined;
  }

  #judged(
    review: string,
    stated: string,
    recorded: string,
    { due, everyDays, since }: Open,
  ): Pick<Due, 'result' | 'lateDays' | 'reason'> {
    if (review > due) {
      const lateDays = daysBetween(due, review);
      if (this.#ofLog && since !== null && isInNextOf(everyDays, since, review))
        return {
          result: 'cannot-tell',
          lateDays,
          reason: `${counted(daysBetween(since, review))} after the one before, and still within the next ${everyDays === 92 ? 'quarter' : 'month'} of the calendar`,
        };
      return { result: 'late', lateDays, reason: `made ${counted(lateDays)} after the day` };
    }
    if (recorded > due && daysBetween(stated, recorded) > 1) {
      const lateDays = daysBetween(due, recorded);
      return {
        result: 'recorded-late',
        lateDays,
        reason: `it is stated for ${stated}, in time, and was written down ${counted(lateDays)} after the day`,
      };
    }
    return { result: 'in-time', lateDays: 0, reason: 'made by the day' };
  }

  /** What is laid down from now on, and when the next review is due by it. */
  #settle(stating: Stating, day: string, anew: boolean): void {
    const { everyDays, next, basis, source, commit } = stating;
    const term = this.#terms.at(-1);
    const isOther =
      !term ||
      this.#before === undefined ||
      term.everyDays !== everyDays ||
      term.basis !== basis ||
      (basis === 'next-review' && term.next !== next);
    if (isOther)
      this.#terms.push({ from: day, commit, everyDays, next, basis, ...(source !== undefined && { source }) });
    if (!anew && !isOther) return;
    const opened = this.#opened(stating, day, anew);
    const due = opened?.due;
    const open = this.#open;
    if (!anew && open) {
      if (open.due < day) this.#miss(day, 'no review is stated, and what is laid down was changed after the day');
      else if (due === undefined || due > open.due)
        this.#tell({
          result: 'moved',
          recorded: day,
          commit,
          reason:
            due === undefined
              ? 'nothing lays down any more when it is reviewed'
              : `no review is stated; it is due on ${due} since then`,
        });
    }
    this.#open = opened;
  }

  #opened(stating: Stating, day: string, anew: boolean): Open | undefined {
    const due = this.#dueBy(stating, day, anew);
    return due === undefined
      ? undefined
      : { due, since: this.#last, basis: stating.basis, everyDays: stating.everyDays };
  }

  #dueBy({ next, everyDays }: Stating, day: string, anew: boolean): string | undefined {
    // A day before the review that was made since says nothing of the next one.
    if (next !== null && (this.#last === null || next > this.#last)) return next;
    if (everyDays === null) return undefined;
    const counted = dayAfter(this.#last ?? this.#firstSeen!, everyDays);
    if (anew || this.#before === undefined) return counted;
    // A shorter time asks nothing of the days before it was laid down, and gives no longer than the one before.
    const fair = dayAfter(day, everyDays);
    const former = this.#open?.due ?? fair;
    return counted >= day ? counted : former >= day && former < fair ? former : fair;
  }

  /** What was due until a day and not made. */
  #miss(until: string, reason: string): void {
    while (this.#open && this.#open.due < until) {
      const { due, everyDays } = this.#open;
      const following = everyDays === null ? undefined : dayAfter(due, everyDays);
      const end = following !== undefined && following < until ? following : until;
      const isLast = end === until;
      this.#tell({
        result: 'missing',
        reason: isLast ? reason : 'no review is stated until the next one was due',
        lateDays: daysBetween(due, end),
      });
      if (following === undefined) return;
      this.#open = { ...this.#open, due: following };
    }
  }

  #tell(what: Partial<Due> & Pick<Due, 'result' | 'reason'>): void {
    const due = { ...this.#open!, review: null, recorded: null, commit: null, lateDays: 0, ...what };
    const isGuess = this.#before?.elsewhere && (due.result === 'late' || due.result === 'missing');
    const reason = 'until then no record of it is kept in the repository';
    this.#dues.push(isGuess ? { ...due, result: 'cannot-tell', reason } : due);
  }
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

const counted = (days: number): string => `${days} ${days === 1 ? 'day' : 'days'}`;

/** "Every quarter" can mean once in each quarter of the calendar, which leaves up to two between. So can "every month". */
function isInNextOf(everyDays: number | null, since: string, review: string): boolean {
  const months = everyDays === 92 ? 3 : everyDays === 31 ? 1 : undefined;
  if (months === undefined) return false;
  const part = (day: string) => Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / months);
  return part(review) - part(since) === 1;
}
