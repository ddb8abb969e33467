import type { CriterionId } from '../criteria/catalogue.ts';
import type { Severity } from '../model/verdict.ts';
import type { Track } from './timeline.ts';

/** A time in which something failed. A deviation stays one, however soon it was mended. */
export interface Window {
  rule: string;
  severity: Severity;
  criteria: readonly CriterionId[];
  subject: Track['subject'];
  file: string;
  from: number;
  /** Null: still open when the period ends. */
  to: number | null;
  days: number;
  openedBy: string | null;
  /** It failed when the period began: how long before, the period does not show. */
  openBefore: boolean;
  closedBy: string | null;
  /** How it ended: mended, gone with its subject, or no longer to be told. */
  closedAs: 'pass' | 'absent' | 'unknown' | null;
  /** Days of it in which an exception was in force. */
  acceptedDays: number;
  /** It had been mended before within the period. */
  reopened: boolean;
}

const day = 86_400;
const daysOf = (seconds: number): number => Math.round((seconds / day) * 100) / 100;

export function windowsOf({ rule, severity, criteria, subject, file, intervals }: Track, from: number): Window[] {
  const windows: Window[] = [];
  let mended = false;
  for (let at = 0; at < intervals.length;) {
    const first = intervals[at]!;
    if (first.state !== 'fail' && first.state !== 'accepted') {
      mended ||= first.state === 'pass' && windows.length > 0;
      at++;
      continue;
    }
    let end = at;
    let accepted = 0;
    for (; end < intervals.length && (intervals[end]!.state === 'fail' || intervals[end]!.state === 'accepted'); end++)
      if (intervals[end]!.state === 'accepted') accepted += intervals[end]!.to - intervals[end]!.from;
    const next = intervals[end];
    const to = intervals[end - 1]!.to;
    windows.push({
      rule,
      severity,
      criteria,
      subject,
      file,
      from: first.from,
      to: next ? next.from : null,
      days: daysOf(to - first.from),
      openedBy: first.commit,
      openBefore: at === 0 && first.from <= from,
      closedBy: next?.commit ?? null,
      closedAs: (next?.state as Window['closedAs']) ?? null,
      acceptedDays: daysOf(accepted),
      reopened: mended,
    });
    mended = false;
    at = end;
  }
  return windows;
}

/** What a rule, or all rules for a criterion, came to over the period. */
export interface Total {
  state: 'no-occurrence' | 'deviation' | 'undetermined' | 'no-deviation';
  subjects: number;
  deviations: number;
  open: number;
  reopened: number;
  /** Of windows that opened within the period and were mended or went with their subject. */
  remediation: { n: number; medianDays: number | null; worstDays: number | null };
  /** The longest time in which nothing failed, in days. */
  longestCleanDays: number;
  /** Time in each state, added over the subjects, in days. */
  days: { pass: number; fail: number; accepted: number; unknown: number };
}

export function totalOf(tracks: readonly Track[], windows: readonly Window[], from: number, to: number): Total {
  const seconds = { pass: 0, fail: 0, accepted: 0, unknown: 0, absent: 0 };
  let unknown = false;
  for (const { intervals } of tracks)
    for (const { state, from: begin, to: end } of intervals) {
      seconds[state] += end - begin;
      unknown ||= state === 'unknown';
    }
  const mended = windows
    .filter(({ openBefore, closedAs }) => !openBefore && (closedAs === 'pass' || closedAs === 'absent'))
    .map(({ days }) => days)
    .sort((a, b) => a - b);
  return {
    state:
      tracks.length === 0
        ? 'no-occurrence'
        : windows.length > 0
          ? 'deviation'
          : unknown
            ? 'undetermined'
            : 'no-deviation',
    subjects: tracks.length,
    deviations: windows.length,
    open: windows.filter((window) => window.to === null).length,
    reopened: windows.filter(({ reopened }) => reopened).length,
    remediation: { n: mended.length, medianDays: median(mended), worstDays: mended.at(-1) ?? null },
    longestCleanDays: tracks.length === 0 ? 0 : daysOf(longestGap(windows, from, to)),
    days: {
      pass: daysOf(seconds.pass),
      fail: daysOf(seconds.fail),
      accepted: daysOf(seconds.accepted),
      unknown: daysOf(seconds.unknown),
    },
  };
}

function median(sorted: readonly number[]): number | null {
  if (sorted.length === 0) return null;
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : Math.round((sorted[half - 1]! + sorted[half]!) * 50) / 100;
}

function longestGap(windows: readonly Window[], from: number, to: number): number {
  let clean = 0;
  let since = from;
  for (const window of [...windows].sort((a, b) => a.from - b.from)) {
    clean = Math.max(clean, window.from - since);
    since = Math.max(since, window.to ?? to);
  }
  return Math.max(clean, to - since);
}
