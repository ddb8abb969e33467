import type { ReportException } from '../model/report.ts';
import type { Commit, Person } from './commit.ts';

/** An exception of the repository's own over the period. */
export interface Acceptance {
  rule: string;
  aspect?: string;
  /** Whom or what it covers: a subject, a path, or the place of a comment. */
  of: string;
  events: AcceptanceEvent[];
}

export interface AcceptanceEvent {
  /**
   * `there`: when the period began. `renewed`: its end was moved. `expired`: its end passed; `expired-while-open` where it
   * covered a finding until then.
   */
  what: 'there' | 'added' | 'renewed' | 'changed' | 'expired' | 'expired-while-open' | 'removed';
  at: number;
  /** Null where the passing of a day did it, or it is older than the period. */
  commit: string | null;
  /** Who wrote that commit. */
  by?: Person;
  until?: string;
  owner?: string;
  approver?: string;
}

/** The same with who wrote the commits. */
export function authored(acceptances: readonly Acceptance[], commits: readonly Commit[]): Acceptance[] {
  const authors = new Map(commits.map(({ id, author }) => [id, author]));
  return acceptances.map((acceptance) => ({
    ...acceptance,
    events: acceptance.events.map((event) => {
      const by = authors.get(event.commit ?? '');
      return by ? { ...event, by } : event;
    }),
  }));
}

/** Watches the exceptions of each state of the tree go by. What other tools' comments waive is none of the repository's own. */
export class Acceptances {
  readonly #found = new Map<string, Acceptance>();
  #before = new Map<string, ReportException>();

  observe(time: number, commit: string | null, exceptions: readonly ReportException[], isFirst: boolean): void {
    const now = new Map<string, ReportException>();
    for (const exception of exceptions) {
      if (exception.source === 'inherited') continue;
      // Several of a file that say the same are told apart by their order.
      let key = keyOf(exception);
      while (now.has(key)) key += '+';
      now.set(key, exception);
    }
    for (const [key, exception] of now)
      for (const what of changesOf(this.#before.get(key), exception, isFirst))
        this.#tell(key, exception, { what, at: time, commit, ...termsOf(exception) });
    for (const [key, exception] of this.#before)
      if (!now.has(key)) this.#tell(key, exception, { what: 'removed', at: time, commit });
    this.#before = now;
  }

  all(): Acceptance[] {
    return [...this.#found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, acceptance]) => acceptance);
  }

  #tell(key: string, { rule, aspect, ...exception }: ReportException, event: AcceptanceEvent): void {
    let acceptance = this.#found.get(key);
    if (!acceptance) {
      acceptance = { rule, ...(aspect !== undefined && { aspect }), of: coveredBy(exception), events: [] };
      this.#found.set(key, acceptance);
    }
    acceptance.events.push(event);
  }
}

/** Its end, its owner and its approver may change; what it is about is what it is. */
const keyOf = (exception: ReportException): string =>
  [exception.rule, exception.aspect ?? '', exception.source, coveredBy(exception)].join('\0');

const coveredBy = ({ subject, path, location }: Pick<ReportException, 'subject' | 'path' | 'location'>): string =>
  subject ?? path ?? location.file;

const termsOf = ({ until, owner, approver }: ReportException) => ({
  ...(until !== undefined && { until }),
  ...(owner !== undefined && { owner }),
  ...(approver !== undefined && { approver }),
});

function changesOf(
  before: ReportException | undefined,
  now: ReportException,
  isFirst: boolean,
): AcceptanceEvent['what'][] {
  if (!before) return [isFirst ? 'there' : 'added', ...(now.state === 'expired' ? (['expired'] as const) : [])];
  const changes: AcceptanceEvent['what'][] = [];
  if (before.until !== now.until) changes.push('renewed');
  else if (before.owner !== now.owner || before.approver !== now.approver) changes.push('changed');
  if (now.state === 'expired' && before.state !== 'expired')
    changes.push(before.state === 'used' ? 'expired-while-open' : 'expired');
  return changes;
}
