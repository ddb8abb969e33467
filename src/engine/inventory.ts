import { kinds } from '../model/kinds/index.ts';
import type { InventoryEntry } from '../model/report.ts';
import type { Subject } from '../model/subject.ts';

/** Which systems there are, by kind, provider and role: the start of a system description. */
export function inventory(subjects: readonly Subject[]): InventoryEntry[] {
  const entries = new Map<string, InventoryEntry>();
  for (const { kind, provider = 'unknown', role } of subjects) {
    const { inventory: listed, plural } = kinds[kind];
    if (!listed) continue;
    const key = `${kind}\0${provider}\0${role}`;
    const there = entries.get(key);
    if (there) there.count++;
    else entries.set(key, { kind, plural, provider, role, count: 1 });
  }
  return [...entries.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
}
