import type { RuleVerdicts } from '../engine/rule-verdicts.ts';
import type { Judged } from '../engine/judged.ts';
import { shownPlace } from '../model/place.ts';
import type { Subject } from '../model/subject.ts';

/** Two documents that said different things, or one that said other than what the code does, and for how long. */
export interface Contradiction {
  rule: string;
  /** What is said differently, where a rule looks at several things. */
  item?: string;
  subject: string;
  /** The files in which it stands, that of the finding first. */
  files: readonly string[];
  /** In the words of the rule, as it was when it began. */
  message: string;
  from: number;
  /** Null: still so when the period ends. */
  to: number | null;
  days: number;
  openedBy: string | null;
  openBefore: boolean;
  closedBy: string | null;
  /** It is not said any more, a file of it went, or it can't be told any more. */
  closedAs: 'ended' | 'gone' | 'unknown' | null;
}

const contradicts = /^policies-agree$|-as-(?:\w+-as-)?the-policy-says$|^passwords-are-as-long-as-the-policy-says$/;

type Open = Omit<Contradiction, 'days'>;

/** Watches what contradicts what. */
export class Contradictions {
  readonly #from: number;
  readonly #closed: Open[] = [];
  readonly #open = new Map<string, Open>();
  readonly #before = new Map<string, RuleVerdicts>();

  constructor(from: number) {
    this.#from = from;
  }

  observe(
    time: number,
    commit: string | null,
    { byRule, subjects }: { byRule: readonly RuleVerdicts[]; subjects: readonly Subject[] },
    renamed: ReadonlyMap<string, string> = new Map(),
  ): void {
    if (renamed.size > 0)
      for (const open of this.#open.values()) open.files = open.files.map((file) => renamed.get(file) ?? file);
    const looked = new Set<string>();
    const close = (key: string, isUnknown = false) => {
      const open = this.#open.get(key)!;
      this.#open.delete(key);
      const isThere = (file: string) => subjects.some(({ at }) => shownPlace(at)?.file === file);
      const closedAs = !open.files.every(isThere) ? 'gone' : isUnknown ? 'unknown' : 'ended';
      this.#closed.push({ ...open, to: time, closedBy: commit, closedAs });
    };
    for (const verdicts of byRule) {
      const { configured, judged } = verdicts;
      const { id } = configured.rule;
      if (!contradicts.test(id)) continue;
      looked.add(id);
      if (this.#before.get(id) === verdicts) continue;
      this.#before.set(id, verdicts);
      const told = new Map<string, Judged['result']>();
      for (const { result, subject } of judged)
        if (subject.role === 'system') told.set(`${id}\0${result.subject.name}\0${result.item ?? ''}`, result);
      const now = [...told].filter(([, { verdict }]) => verdict === 'fail');
      for (const key of this.#open.keys())
        if (key.startsWith(`${id}\0`) && told.get(key)?.verdict !== 'fail') close(key, told.has(key));
      for (const [key, result] of now) {
        if (this.#open.has(key)) continue;
        const files = [result.location, ...result.related.map(({ location }) => location)].map((one) => one?.file);
        this.#open.set(key, {
          rule: id,
          ...(result.item !== undefined && { item: result.item }),
          subject: result.subject.name,
          files: [...new Set(files.filter((file) => file !== undefined))],
          message: result.message,
          from: time,
          to: null,
          openedBy: commit,
          openBefore: time <= this.#from,
          closedBy: null,
          closedAs: null,
        });
      }
    }
    for (const key of this.#open.keys()) if (!looked.has(key.slice(0, key.indexOf('\0')))) close(key);
    for (const id of this.#before.keys()) if (!looked.has(id)) this.#before.delete(id);
  }

  close(end: number): Contradiction[] {
    return [...this.#closed, ...this.#open.values()]
      .sort((a, b) => a.from - b.from || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))
      .map((one) => ({ ...one, days: Math.round((((one.to ?? end) - one.from) / 86_400) * 100) / 100 }));
  }
}
