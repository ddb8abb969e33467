import { build } from 'esbuild';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';

/** Bundles the command line, the Action and the library into a folder. The same sources give the same bytes. */
export async function bundleInto(folder: string): Promise<void> {
  await build({
    entryPoints: {
      cli: 'src/cli/main.ts',
      action: 'src/action/main.ts',
      index: 'src/api.ts',
      rule: 'src/rule/rule.ts',
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    chunkNames: 'chunks/[name]-[hash]',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'linked',
    logLevel: 'warning',
    // Packages in CommonJS ask for Node's own modules by require().
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
    },
  });
  chmodSync(join(folder, 'cli.js'), 0o755);
}
