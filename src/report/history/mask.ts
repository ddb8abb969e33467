import { secretsIn } from '../../engine/secrets.ts';
import type { History } from '../../history/history.ts';
import { secretPattern } from '../mask.ts';

/** With every text masked: names of subjects, titles of commits and sentences of documents can hold a secret. */
export function maskedHistory(history: History, secrets: readonly string[]): History {
  const texts = new Set<string>();
  JSON.stringify(history, (_, value: unknown) => (typeof value === 'string' && texts.add(value), value));
  const pattern = secretPattern([...new Set([...secrets, ...[...texts].flatMap((text) => secretsIn(text))])]);
  if (!pattern) return history;
  const mask = (_: string, value: unknown) => (typeof value === 'string' ? value.replace(pattern, '••••') : value);
  return JSON.parse(JSON.stringify(history), mask) as History;
}
