import type { Report } from '../model/report.ts';
import { visibleJson } from './escape.ts';

type NamesIn<T> = T extends readonly (infer Item)[]
  ? NamesIn<Item>
  : T extends object
    ? { [K in keyof T & string]-?: K | NamesIn<NonNullable<T[K]>> }[keyof T & string]
    : never;

/** Every property name of the report, in the order in which objects list them. */
const names = [
  'schemaVersion',
  'tool',
  'asOf',
  'engagement',
  'repository',
  'scope',
  'system',
  'summary',
  'coverage',
  'comparison',
  'results',
  'exceptions',
  'problems',
  'unresolved',
  'limits',
  'inventory',
  'subjects',
  'passes',
  'rule',
  'aspect',
  'item',
  'verdict',
  'severity',
  'criterion',
  'category',
  'title',
  'kind',
  'plural',
  'name',
  'provider',
  'version',
  'role',
  'count',
  'commit',
  'dirty',
  'categories',
  'chosen',
  'partial',
  'criteria',
  'rules',
  'type',
  'period',
  'from',
  'to',
  'base',
  'mode',
  'before',
  'after',
  'state',
  'route',
  'reach',
  'worst',
  'counts',
  'bySeverity',
  'source',
  'message',
  'do',
  'label',
  'dialect',
  'reason',
  'code',
  'subject',
  'path',
  'settledBy',
  'owner',
  'approver',
  'until',
  'location',
  'file',
  'startLine',
  'startColumn',
  'endLine',
  'endColumn',
  'related',
  'disposition',
  'exception',
  'introduced',
  'touched',
  'new',
  'notice',
  'fingerprint',
  'files',
  'listed',
  'read',
  'unread',
  'pass',
  'open',
  'fail',
  'critical',
  'high',
  'medium',
  'low',
  'info',
  'accepted',
  'inherited',
  'baseline',
  'unknown',
  'elsewhere',
  'manual',
  'what',
  'where',
  'date',
  'nextDue',
  'overdue',
] as const satisfies readonly NamesIn<Report>[];

// A name that is missing above would have no place in the order: this line doesn't compile then.
const complete = names satisfies Exclude<NamesIn<Report>, (typeof names)[number]> extends never ? unknown : never;
const rank = new Map<string, number>(complete.map((name, index) => [name, index]));

/** The report itself. One line for each entry of a list, so that it can be searched and compared line by line. */
export function json(report: Report): string {
  const properties = Object.entries(ordered(report)).map(([name, value]) => `"${name}": ${valueOf(value)}`);
  return visibleJson(`{\n${properties.join(',\n')}\n}\n`);
}

const valueOf = (value: unknown): string =>
  Array.isArray(value) && isObject(value[0])
    ? `[\n${value.map((entry) => JSON.stringify(entry)).join(',\n')}\n]`
    : JSON.stringify(value);

/** The same value with the properties of every object in their order. */
function ordered<T>(value: T): T {
  if (Array.isArray(value)) return (isObject(value[0]) ? value.map(ordered) : value) as T;
  if (!isObject(value)) return value;
  const properties = Object.entries(value).filter(([, inner]) => inner !== undefined);
  properties.sort(([a], [b]) => rank.get(a)! - rank.get(b)!);
  return Object.fromEntries(properties.map(([name, inner]) => [name, ordered(inner)])) as T;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
