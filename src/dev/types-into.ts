import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';

const entries = ['src/api.d.ts', 'src/rule/rule.d.ts'];

/** Writes the declarations of the package's two entries, and of what those name, into a folder. */
export function typesInto(folder: string): void {
  mkdirSync('node_modules/.cache/soc2-lint', { recursive: true });
  const all = mkdtempSync('node_modules/.cache/soc2-lint/types-');
  try {
    const config = join(all, 'tsconfig.json');
    writeFileSync(
      config,
      JSON.stringify({
        extends: '../../../../tsconfig.json',
        compilerOptions: {
          noEmit: false,
          declaration: true,
          emitDeclarationOnly: true,
          rootDir: '../../../..',
          outDir: '.',
        },
        include: [],
        files: ['../../../../src/api.ts', '../../../../src/rule/rule.ts'],
      }),
    );
    const { status, stdout } = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', config], {
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`tsc could not write the declarations:\n${stdout}`);
    for (const file of reachable(all)) {
      const target = join(folder, file);
      mkdirSync(dirname(target), { recursive: true });
      cpSync(join(all, file), target);
      // Who imports the package may not allow imports that end in .ts.
      writeFileSync(target, readFileSync(target, 'utf8').replace(specifiers, '$1$2$3.js$2'));
    }
  } finally {
    rmSync(all, { recursive: true, force: true });
  }
}

const specifiers = /(\bfrom |\bimport\()(['"])(\.[^'"]*)\.ts\2/g;

/** The entries and what they import, in turn. */
function reachable(folder: string): string[] {
  const found = new Set(entries);
  for (const file of found)
    for (const [, , , specifier = ''] of readFileSync(join(folder, file), 'utf8').matchAll(specifiers)) {
      const target = `${posix.join(posix.dirname(file), specifier)}.d.ts`;
      if (!existsSync(join(folder, target))) throw new Error(`${file} names ${target}, which has no declarations`);
      found.add(target);
    }
  return [...found].sort();
}
