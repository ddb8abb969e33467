import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file and the folders it lies in. With `keep`, a file that exists is left as it is: then false. */
export function writeText(path: string, text: string, { keep = false } = {}): boolean {
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, text, { flag: keep ? 'wx' : 'w' });
    return true;
  } catch (error) {
    if (keep && (error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Changes a file that is there; where `change` gives nothing, it is left as it is: then false. */
export function changeText(path: string, change: (text: string) => string | undefined): boolean {
  const after = change(readFileSync(path, 'utf8'));
  if (after !== undefined) writeFileSync(path, after);
  return after !== undefined;
}

/** Adds to the end of a file, which the caller of this process made. */
export const appendText = (path: string, text: string): void => appendFileSync(path, text);
