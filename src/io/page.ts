import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The text of a rule's page, which lies beside `dist/` in the package; undefined where it doesn't. */
export function rulePage(domain: string, id: string): string | undefined {
  const path = join(fileURLToPath(new URL('..', import.meta.url)), 'rules', domain, `${id}.md`);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}
