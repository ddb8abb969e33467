import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleInto } from '../src/dev/bundle-into.ts';

/** What a user gets, built once for a run of the tests from the sources as they are. CI compares dist/ with the same. */
export const packageFolder = join(import.meta.dirname, '../node_modules/.cache/soc2-lint/package');

export default async function setup(): Promise<void> {
  rmSync(packageFolder, { recursive: true, force: true });
  mkdirSync(packageFolder, { recursive: true });
  await bundleInto(join(packageFolder, 'dist'));
  cpSync('rules', join(packageFolder, 'rules'), {
    recursive: true,
    filter: (path) => !path.endsWith('.ts'),
  });
  cpSync('package.json', join(packageFolder, 'package.json'));
}
