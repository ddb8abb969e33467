import type { Comment } from '../dialects/dialect.ts';
import type { FilePlace } from '../model/place.ts';
import type { Tool } from '../rule/rule.ts';

/** A comment of ours: `soc2-lint: accept <rule>[/<aspect>] [until YYYY-MM-DD] -- reason`. */
export interface InlineWaiver {
  rule: string;
  aspect?: string;
  until?: string;
  reason: string;
  at: FilePlace;
  covers: FilePlace;
}

/** A comment that speaks to another tool. */
export interface ForeignWaiver {
  tool: Tool;
  id: string;
  reason: string;
  until?: string;
  at: FilePlace;
  covers: FilePlace;
}

/** A comment that begins like one of ours and can't be read: what was expected. */
export interface BadWaiver {
  message: string;
  at: FilePlace;
}

const ours = /^soc2-lint:\s*accept\s+([\w-]+)(?:\/([\w-]+))?(?:\s+until\s+(\S+))?\s*(?:--\s*(.*))?$/;

/** Reads a comment as a waiver of ours; undefined where it isn't meant for us. */
export function inlineWaiver({ text, at, covers }: Comment): InlineWaiver | BadWaiver | undefined {
  if (!text.trim().startsWith('soc2-lint:')) return undefined;
  const match = ours.exec(text.trim());
  if (!match) return { message: 'expected "soc2-lint: accept <rule>[/<aspect>] [until YYYY-MM-DD] -- reason"', at };
  const [, rule = '', aspect, until, reason = ''] = match;
  if (until !== undefined && !isDate(until))
    return { message: `expected a date like 2027-01-31 after "until", found "${until}"`, at };
  if (reason.trim() === '')
    return { message: 'expected a reason after "--": an acceptance without one is not valid', at };
  return { rule, ...(aspect && { aspect }), ...(until && { until }), reason: reason.trim(), at, covers };
}

/** Whether it is a day that exists, as `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

type Reading = { tool: Tool; ids: readonly string[]; reason?: string | undefined; until?: string | undefined };

// Each tool's own syntax, as its documentation gives it.
const readers: readonly ((text: string) => Reading[])[] = [
  // https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html
  (text) =>
    [...text.matchAll(/(?:checkov|bridgecrew|cortex):skip=([\w,]+)(?::\s*(.*))?/g)].map(([, ids = '', reason]) => ({
      tool: 'checkov',
      ids: ids.split(','),
      reason,
    })),
  // https://trivy.dev/latest/docs/configuration/filtering/ and https://aquasecurity.github.io/tfsec/latest/guides/configuration/ignores/
  (text) =>
    [...text.matchAll(/(trivy|tfsec):ignore:([\w*-]+)(?:\[[^\]]*\])?(?::exp:(\d{4}-\d{2}-\d{2}))?/g)].map(
      ([, tool, id = '', until]) => ({
        tool: tool as Tool,
        ids: [id],
        until,
      }),
    ),
  // https://docs.zizmor.sh/usage/#ignoring-results
  (text) =>
    [...text.matchAll(/zizmor:\s*ignore\[([^\]]*)\]\s*(.*)/g)].map(([, ids = '', reason]) => ({
      tool: 'zizmor',
      ids: ids.split(',').map((id) => id.trim()),
      reason,
    })),
  // https://docs.kics.io/latest/running-kics/#using_commands_on_scanned_files_as_comments
  (text) =>
    [...text.matchAll(/kics-scan\s+disable=([\w,-]+)/g)].map(([, ids = '']) => ({ tool: 'kics', ids: ids.split(',') })),
  (text) =>
    [...text.matchAll(/kics-scan\s+(ignore-line|ignore-block|ignore)\b/g)].map(() => ({ tool: 'kics', ids: ['*'] })),
  // https://github.com/hadolint/hadolint#ignoring-rules
  (text) =>
    [...text.matchAll(/hadolint\s+(?:global\s+)?ignore=([\w,]+)/g)].map(([, ids = '']) => ({
      tool: 'hadolint',
      ids: ids.split(','),
    })),
  // https://docs.kubelinter.io/#/configuring-kubelinter?id=ignoring-violations-for-specific-cases
  (text) =>
    [...text.matchAll(/ignore-check\.kube-linter\.io\/([\w-]+)(?::\s*(.*))?/g)].map(([, id = '', reason]) => ({
      tool: 'kube-linter',
      ids: [id],
      reason,
    })),
];

/** What a comment asks of other tools; nothing for a comment that speaks to none. */
export const foreignWaivers = ({ text, at, covers }: Comment): ForeignWaiver[] =>
  readers
    .flatMap((read) => read(text))
    .flatMap(({ tool, ids, reason, until }) =>
      ids
        .filter(Boolean)
        .map((id) => ({ tool, id, reason: reason?.trim() ?? '', ...(until && { until }), at, covers })),
    );
