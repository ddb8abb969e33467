import type { Result } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';

// Names of settings whose value is a secret, in the spellings of HCL, YAML, JSON and .env files.
const named =
  /(?:pass(?:word|wd|phrase)?|secret(?:_?key)?|token|api_?key|access_?key|private_?key|client_?secret|credentials?)["']?\s*[:=]\s*["']([^"'\n]{4,200})["']/gi;

// The same without quotes, as YAML and .env files have it: the whole line, and names that mean nothing else.
const plain =
  /^[ \t]*(?:- +)*(?:export )?["']?[\w-]*(?:password|passwd|passphrase|secret|api_?key|access_?key|private_?key)["']?[ \t]*[:=][ \t]*([^\s"'][^\s]{3,199})[ \t]*(?:#.*)?$/gim;

// What a key of a well-known service looks like, wherever it stands.
const shaped =
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{22,}\b|\bxox[abprs]-[\w-]{10,}\b|\bglpat-[\w-]{20,}\b|\bsk_live_\w{16,}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----/g;

const isReference = (value: string): boolean =>
  /[$%]\{|\$\(|\{\{|^\$\w|^[\w[\]"]+(\.[\w[\]"]+)+$|^arn:|^[!&*{[|>]/.test(value);

// Settings and names that stand everywhere: to mask them would blot out half of the report and hide nothing.
const everyday =
  /^(?:true|false|null|none|auto|default|read|write|admin|root|user|test|string|required|optional|inherit|enabled|disabled|postgres|mysql|password|secret|token|example)$/i;

// What stands without quotes in a program is the name of something.
const program = /\.[cm]?[jt]sx?$/;

/** Texts in a file that no output may show. References and interpolations are no secrets. */
export function secretsIn(text: string, file = ''): string[] {
  const values = [...text.matchAll(named), ...(program.test(file) ? [] : text.matchAll(plain))]
    .map(([, value = '']) => value)
    .filter((value) => !isReference(value) && !everyday.test(value));
  return [...values, ...[...text.matchAll(shaped)].map(([key]) => key)];
}

/** The secrets of all files that a reporter may quote from, and the values that mappings know to be secret. */
export function secretsShown(
  results: readonly Result[],
  subjects: readonly Subject[],
  text: (file: string) => string | undefined,
): string[] {
  const files = new Set(
    results.flatMap(({ location, related }) => [
      ...(location ? [location.file] : []),
      ...related.map((other) => other.location.file),
    ]),
  );
  const inTraits = subjects.flatMap(({ traits }) => Object.values(traits).flatMap(secretFacts));
  return [...new Set([...inTraits, ...[...files].flatMap((file) => secretsIn(text(file) ?? '', file))])];
}

/** The values of facts that are marked, in a trait or a list of them. */
function secretFacts(trait: unknown): string[] {
  if (typeof trait !== 'object' || trait === null) return [];
  const { secret, value, items } = trait as { secret?: true; value?: unknown; items?: unknown };
  if (Array.isArray(items)) return items.flatMap(secretFacts);
  if (Array.isArray(trait)) return trait.flatMap(secretFacts);
  return secret && typeof value === 'string' && value !== '' ? [value] : [];
}
