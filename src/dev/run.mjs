#!/usr/bin/env node
// Runs a script of this folder: node src/dev/run.mjs generate [ARGUMENTS]. Node 20 can't read TypeScript, so the script
// is bundled first; the packages it uses stay outside.
import { build } from 'esbuild';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [name, ...args] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const outfile = join(here, '../../node_modules/.cache/soc2-lint', `${name}.mjs`);
mkdirSync(dirname(outfile), { recursive: true });
await build({
  entryPoints: [join(here, name.includes('/') ? `../../${name}.ts` : `${name}.ts`)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  logLevel: 'error',
});
process.argv = [process.argv[0], outfile, ...args];
await import(pathToFileURL(outfile).href);
