import type { Data } from '../deep.ts';
import { textOfNumber } from '../numbers.ts';

// Terraform's jsonencode escapes these too: https://developer.hashicorp.com/terraform/language/functions/jsonencode
const escaped: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON text as `jsonencode` writes it: keys in order, no white space. */
export function encodeJson(data: Data): string {
  if (data === null) return 'null';
  if (typeof data === 'string') return quoted(data);
  if (typeof data === 'number') return textOfNumber(data);
  if (typeof data === 'boolean') return String(data);
  if (Array.isArray(data)) return `[${data.map(encodeJson).join(',')}]`;
  const entries = [...data].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return `{${entries.map(([key, value]) => `${quoted(key)}:${encodeJson(value)}`).join(',')}}`;
}

const quoted = (text: string): string => JSON.stringify(text).replace(/[<>&\u2028\u2029]/g, (char) => escaped[char]!);
