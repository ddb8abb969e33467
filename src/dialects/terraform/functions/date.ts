import { outside, plain, text, wrong, type FunctionDefinition } from './definition.ts';

/** https://developer.hashicorp.com/terraform/language/functions#date-and-time-functions */
export const dateFunctions: Record<string, FunctionDefinition> = {
  formatdate: plain(2, 2, ([layout, time]) => formatDate(text(layout), timestamp(text(time)))),
  plantimestamp: outside(0, 0),
  timeadd: plain(2, 2, ([time, duration]) => {
    const { instant, offset } = timestamp(text(time));
    return rfc3339(instant + milliseconds(text(duration)), offset);
  }),
  timecmp: plain(2, 2, ([a, b]) => Math.sign(timestamp(text(a)).instant - timestamp(text(b)).instant) + 0),
  timestamp: outside(0, 0),
};

/** Milliseconds since 1970, and the minutes that its zone is ahead of UTC. */
interface Timestamp {
  instant: number;
  offset: number;
}

const rfc3339Form = /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(\.\d+)?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;

function timestamp(value: string): Timestamp {
  const found = rfc3339Form.exec(value);
  if (!found) throw wrong('a time as in RFC 3339, such as 2026-01-31T00:00:00Z');
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const offset = found[8] ? (found[8] === '-' ? -1 : 1) * (Number(found[9]) * 60 + Number(found[10])) : 0;
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > lastDay || hour > 23 || minute > 59 || second > 59)
    throw wrong('a time that exists');
  return {
    instant: Date.UTC(year, month - 1, day, hour, minute - offset, second) + Math.floor(Number(found[7] ?? 0) * 1000),
    offset,
  };
}

const units: Record<string, number> = { ns: 1e-6, us: 1e-3, µs: 1e-3, ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** https://pkg.go.dev/time#ParseDuration */
function milliseconds(duration: string): number {
  const parts = [...duration.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h)/g)];
  if (parts.length === 0 || parts.map(([all]) => all).join('') !== duration.replace(/^[+-]/, ''))
    throw wrong('a duration such as 1h30m');
  const sum = parts.reduce((total, [, count, unit]) => total + Number(count) * units[unit!]!, 0);
  return duration.startsWith('-') ? -sum : sum;
}

const two = (value: number): string => String(Math.abs(value)).padStart(2, '0');

function zone(offset: number, separator: string): string {
  return `${offset < 0 ? '-' : '+'}${two(Math.trunc(offset / 60))}${separator}${two(offset % 60)}`;
}

function rfc3339(instant: number, offset: number): string {
  const local = new Date(instant + offset * 60_000);
  if (Number.isNaN(local.getTime())) throw wrong('a time within the calendar');
  return local.toISOString().replace(/\.\d+Z$/, '') + (offset === 0 ? 'Z' : zone(offset, ':'));
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** https://developer.hashicorp.com/terraform/language/functions/formatdate */
function formatDate(layout: string, { instant, offset }: Timestamp): string {
  const t = new Date(instant + offset * 60_000);
  const hour = t.getUTCHours();
  const parts: Record<string, string> = {
    YYYY: String(t.getUTCFullYear()).padStart(4, '0'),
    YY: two(t.getUTCFullYear() % 100),
    MMMM: months[t.getUTCMonth()]!,
    MMM: months[t.getUTCMonth()]!.slice(0, 3),
    MM: two(t.getUTCMonth() + 1),
    M: String(t.getUTCMonth() + 1),
    EEEE: days[t.getUTCDay()]!,
    EEE: days[t.getUTCDay()]!.slice(0, 3),
    DD: two(t.getUTCDate()),
    D: String(t.getUTCDate()),
    hh: two(hour),
    h: String(hour),
    HH: two(hour % 12 || 12),
    H: String(hour % 12 || 12),
    AA: hour < 12 ? 'AM' : 'PM',
    aa: hour < 12 ? 'am' : 'pm',
    mm: two(t.getUTCMinutes()),
    m: String(t.getUTCMinutes()),
    ss: two(t.getUTCSeconds()),
    s: String(t.getUTCSeconds()),
    ZZZZZ: zone(offset, ':'),
    ZZZZ: zone(offset, ''),
    ZZZ: offset === 0 ? 'UTC' : zone(offset, ''),
    Z: offset === 0 ? 'Z' : zone(offset, ':'),
  };
  return layout.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*|'/g, (all, literal?: string) => {
    if (literal !== undefined) return literal.replaceAll("''", "'");
    const part = parts[all];
    if (part === undefined) throw wrong(`a layout without ${all}`);
    return part;
  });
}
