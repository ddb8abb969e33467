import type { Report, Result } from '../model/report.ts';
import type { UnknownReason } from '../model/fact.ts';

const dots = '••••';
/** Shorter texts are everyday words: they are masked only where they stand alone. */
const shortText = 4;

/** Finds every way in which a secret may be written; undefined when there is none. */
export function secretPattern(secrets: readonly string[]): RegExp | undefined {
  const texts = new Set<string>();
  for (const secret of secrets) for (const text of waysToWrite(secret)) texts.add(text);
  if (texts.size === 0) return undefined;
  const longestFirst = [...texts].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return new RegExp(longestFirst.map(patternOf).join('|'), 'gu');
}

/** As it is, as a quoted string has it, and line by line: a key in a heredoc is indented. */
function waysToWrite(secret: string): string[] {
  const lines = secret
    .split(/[\r\n]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const texts = lines.length > 1 ? lines.filter((line) => line.length >= shortText) : lines;
  return [...texts, ...texts.map((text) => JSON.stringify(text).slice(1, -1)), ...quotedLines(secret, lines)];
}

const quotedLines = (secret: string, lines: readonly string[]) =>
  lines.length > 1 ? [JSON.stringify(secret).slice(1, -1)] : [];

function patternOf(text: string): string {
  const literal = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return text.length < shortText ? `(?<![\\p{L}\\p{N}_])${literal}(?![\\p{L}\\p{N}_])` : literal;
}

/** The report with every free text masked. Ids, paths and enumerations stay: what reads them must find them whole. */
export function masked(report: Report, secrets: readonly string[]): Report {
  const pattern = secretPattern(secrets);
  if (!pattern) return report;
  const mask = (text: string) => text.replace(pattern, dots);
  const reasonOf = (reason: UnknownReason): UnknownReason => ({
    ...reason,
    settledBy: mask(reason.settledBy),
    ...(reason.subject !== undefined && { subject: mask(reason.subject) }),
  });
  const named = <T extends { name: string }>(thing: T): T => ({ ...thing, name: mask(thing.name) });
  const resultOf = (result: Result): Result => ({
    ...result,
    message: mask(result.message),
    do: mask(result.do),
    subject: named(result.subject),
    related: result.related.map(named),
    ...(result.item !== undefined && { item: mask(result.item) }),
    ...(result.label !== undefined && { label: mask(result.label) }),
    ...(result.reason && { reason: reasonOf(result.reason) }),
  });
  return {
    ...report,
    ...(report.system && { system: named(report.system) }),
    subjects: report.subjects.map(named),
    results: report.results.map(resultOf),
    problems: report.problems.map((problem) => ({ ...problem, message: mask(problem.message) })),
    unresolved: report.unresolved.map((entry) => ({ ...named(entry), reason: reasonOf(entry.reason) })),
    exceptions: report.exceptions.map((entry) => ({
      ...entry,
      reason: mask(entry.reason),
      ...(entry.subject !== undefined && { subject: mask(entry.subject) }),
    })),
    limits: report.limits.map(mask),
    coverage: report.coverage.map((row) => ({
      ...row,
      ...(row.manual && {
        manual: row.manual.map((entry) => ({ ...entry, what: mask(entry.what), where: mask(entry.where) })),
      }),
    })),
  };
}
