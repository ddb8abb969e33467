import { compareVersions } from '../../dialect.ts';

interface Version {
  numbers: readonly number[];
  /** How many of them are written. */
  written: number;
  before: string;
}

/** A version, parts may be missing or `x`: https://github.com/Masterminds/semver */
export function versionIn(text: string): Version | undefined {
  const match = /^v?(\d+|[xX*])(?:\.(\d+|[xX*]))?(?:\.(\d+|[xX*]))?(?:-([\w.-]+))?(?:\+[\w.-]+)?$/.exec(text);
  if (!match) return undefined;
  const parts = match.slice(1, 4);
  const end = parts.findIndex((part) => part === undefined || /^[xX*]$/.test(part));
  const written = end < 0 ? 3 : end;
  return { numbers: parts.map((part, i) => (i < written ? Number(part) : 0)), written, before: match[4] ?? '' };
}

function compare(a: Version, b: Version): number {
  const numbers = compareVersions(a.numbers, b.numbers);
  if (numbers !== 0 || a.before === b.before) return numbers;
  if (a.before === '' || b.before === '') return a.before === '' ? 1 : -1;
  const [left, right] = [a.before.split('.'), b.before.split('.')];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [one, other] = [left[i], right[i]];
    if (one === undefined || other === undefined) return one === undefined ? -1 : 1;
    if (one === other) continue;
    const [first, second] = [/^\d+$/.test(one), /^\d+$/.test(other)];
    if (first && second) return Number(one) - Number(other);
    return first === second ? (one < other ? -1 : 1) : first ? -1 : 1;
  }
  return 0;
}

/** The first version above all that begin with these numbers. */
const above = (version: Version, kept: number): Version => ({
  numbers: version.numbers.map((number, i) => (i < kept - 1 ? number : i === kept - 1 ? number + 1 : 0)),
  written: 3,
  before: '',
});

/** Whether a version meets a constraint; undefined where one of them can't be read. */
export function meets(constraint: string, version: string): boolean | undefined {
  const found = versionIn(version.trim());
  if (!found || found.written === 0) return undefined;
  let any = false;
  for (const part of constraint.split('||')) {
    const result = meetsAll(part, found);
    if (result === undefined) return undefined;
    any ||= result;
  }
  return any;
}

function meetsAll(part: string, version: Version): boolean | undefined {
  const ranges = part.replaceAll(/(\S+)\s+-\s+(\S+)/g, '>=$1 <=$2').replaceAll(/([<>=!~^])\s+/g, '$1');
  const tests = ranges.split(/[\s,]+/).filter(Boolean);
  const results = tests.map((test) => meetsOne(test, version));
  return results.includes(undefined) || tests.length === 0 ? undefined : results.every(Boolean);
}

function meetsOne(test: string, version: Version): boolean | undefined {
  const match = /^(!=|=<|=>|<=|>=|~>|[=<>~^])?(.+)$/.exec(test);
  const wanted = match && versionIn(match[2]!);
  if (!match || !wanted) return undefined;
  // What comes before a release only meets constraints that name such a one.
  if (version.before !== '' && wanted.before === '') return false;
  const { written } = wanted;
  const order = compare(version, wanted);
  const within = (kept: number): boolean => written === 0 || (order >= 0 && compare(version, above(wanted, kept)) < 0);
  switch (match[1] ?? '=') {
    case '=':
      return written === 3 ? order === 0 : within(written);
    case '!=':
      return written === 3 ? order !== 0 : !within(written);
    case '>':
      return written === 3 ? order > 0 : written > 0 && compare(version, above(wanted, written)) >= 0;
    case '<':
      return order < 0;
    case '>=':
    case '=>':
      return order >= 0;
    case '<=':
    case '=<':
      return written === 3 ? order <= 0 : written === 0 || compare(version, above(wanted, written)) < 0;
    case '^': {
      const first = wanted.numbers.findIndex((number, i) => number > 0 || i === Math.max(written, 1) - 1);
      return within(first < 0 ? 3 : first + 1);
    }
    default:
      return within(Math.min(Math.max(written, 1), 2));
  }
}
