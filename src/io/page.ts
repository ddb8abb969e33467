import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The text of a rule's page, which lies in `rules/` beside `dist/` (or `src/`); undefined where it doesn't. */
export function rulePage(domain: string, id: string): string | undefined {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'rules', domain, `${id}.md`);
    if (existsSync(path)) return readFileSync(path, 'utf8');
  }
  return undefined;
}
