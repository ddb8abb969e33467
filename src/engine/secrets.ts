import type { Result } from '../model/report.ts';

// Names of settings whose value is a secret, in the spellings of HCL, YAML, JSON and .env files.
const named =
  /(?:pass(?:word|wd|phrase)?|secret(?:_?key)?|token|api_?key|access_?key|private_?key|client_?secret|credentials?)["']?\s*[:=]\s*["']([^"'\n]{4,200})["']/gi;

// What a key of a well-known service looks like, wherever it stands.
const shaped =
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36,}\b|\bgithub_pat_\w{22,}\b|\bxox[abprs]-[\w-]{10,}\b|\bglpat-[\w-]{20,}\b|\bsk_live_\w{16,}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----/g;

/** Texts in a file that no output may show. References and interpolations are no secrets. */
export function secretsIn(text: string): string[] {
  const values = [...text.matchAll(named)]
    .map(([, value = '']) => value)
    .filter((value) => !/[$%]\{|\$\(|^\w+(\.\w+)+$|^arn:/.test(value));
  return [...values, ...[...text.matchAll(shaped)].map(([key]) => key)];
}

/** The secrets of all files that a reporter may quote from. */
export function secretsShown(results: readonly Result[], text: (file: string) => string | undefined): string[] {
  const files = new Set(
    results.flatMap(({ location, related }) => [
      ...(location ? [location.file] : []),
      ...related.map((other) => other.location.file),
    ]),
  );
  return [...new Set([...files].flatMap((file) => secretsIn(text(file) ?? '')))];
}
