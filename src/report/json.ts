import type { Report } from '../model/report.ts';
import { visibleJson } from './escape.ts';

type NamesIn<T> = T extends readonly (infer Item)[]
  ? NamesIn<Item>
  : T extends object
    ? { [K in keyof T & string]-?: K | NamesIn<NonNullable<T[K]>> }[keyof T & string]
    : never;

/** Every property name of the report, in the order in which objects list them. */
const names = [
  'schemaVersion', 'tool', 'asOf', 'engagement', 'repository', 'scope', 'system', 'summary', 'coverage', 'comparison',
  'results', 'exceptions', 'problems', 'unresolved', 'limits', 'inventory', 'subjects', 'passes',
  'rule', 'aspect', 'item', 'verdict', 'severity',
  'criterion', 'category', 'title', 'kind', 'plural', 'name', 'provider', 'version', 'role', 'count',
  'commit', 'dirty', 'categories', 'chosen', 'partial', 'criteria', 'rules',
  'type', 'period', 'from', 'to', 'base', 'mode', 'before', 'after', 'state', 'reach', 'worst', 'counts', 'bySeverity',
  'source', 'message', 'do', 'label', 'dialect', 'reason', 'code',
  'subject', 'path', 'settledBy', 'owner', 'approver', 'until', 'location', 'file', 'startLine', 'startColumn',
  'endLine', 'endColumn', 'related', 'disposition', 'exception', 'introduced', 'touched', 'new', 'notice', 'fingerprint',
  'files', 'listed', 'read', 'unread', 'pass', 'open', 'fail', 'critical', 'high', 'medium', 'low', 'info',
  'accepted', 'inherited', 'baseline', 'unknown', 'elsewhere',
  'manual', 'what', 'where', 'date', 'nextDue', 'overdue',
] as const satisfies readonly NamesIn<Report>[];

// Names that are missing above would be missing in the output: this line doesn't compile then.
const order: readonly NamesIn<Report>[] = names satisfies Exclude<NamesIn<Report>, (typeof names)[number]> extends never ? unknown : never;

/** The report itself. One line for each entry of a list, so that it can be searched and compared line by line. */
export function json(report: Report): string {
  const properties = (order as readonly (keyof Report)[])
    .filter((name) => report[name] !== undefined)
    .map((name) => `"${name}": ${valueOf(report[name])}`);
  return visibleJson(`{\n${properties.join(',\n')}\n}\n`);
}

function valueOf(value: unknown): string {
  if (!Array.isArray(value) || !value.some((entry) => typeof entry === 'object')) return line(value);
  return `[\n${value.map(line).join(',\n')}\n]`;
}

/** An array as the second argument picks properties and fixes their order. */
const line = (value: unknown): string => JSON.stringify(value, order as string[]);
