import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sizeOf, writeProgram } from './generated.ts';
import type { Content } from './tools.ts';

export interface Input {
  name: string;
  folder: string;
  /** `.` for the whole folder, or a file in it. */
  target: string;
  holds: readonly Content[];
}

/** One file of each sort, each alone in a folder. They end in .txt in the project, where no linter is meant to find them. */
export function smallFiles(scratch: string): Input[] {
  const small = (name: string, source: string, target: string, holds: Content): Input => {
    const folder = join(scratch, name);
    mkdirSync(join(folder, target, '..'), { recursive: true });
    cpSync(join('bench/small', source), join(folder, target));
    return { name, folder, target, holds: [holds] };
  };
  return [
    small('one-terraform-file', 'main.tf.txt', 'main.tf', 'infrastructure'),
    small('one-workflow', 'ci.yml.txt', '.github/workflows/ci.yml', 'workflows'),
  ];
}

/** Programs that grow: time and memory have to grow with them, and no faster. */
export const generatedSizes = new Map([1_000, 3_000, 10_000].map((size) => [`generated-${size}-resources`, size]));

export function generated(scratch: string, name: string): Input {
  const folder = join(scratch, name);
  writeProgram(folder, sizeOf(generatedSizes.get(name)!));
  return { name, folder, target: '.', holds: ['infrastructure'] };
}

const repositories = resolve('../shared/repositories');

export const hasRepositories = (): boolean => existsSync(join(repositories, 'unpack.mjs'));

export const repositoryNames = (): string[] =>
  readdirSync(repositories)
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length))
    .sort();

/** Unpacks a repository. What it holds is told by its paths. */
export function repository(scratch: string, name: string): Input {
  const folder = join(scratch, name);
  execFileSync(process.execPath, [join(repositories, 'unpack.mjs'), name, folder], { stdio: 'ignore' });
  const paths = execFileSync('git', ['ls-files', '-z'], { cwd: folder, encoding: 'utf8' }).split('\0');
  const holds: Content[] = [];
  if (paths.some((path) => /\.tf$|(^|\/)Dockerfile|^(?!\.github\/).+\.ya?ml$/.test(path))) holds.push('infrastructure');
  if (paths.some((path) => /^\.github\/workflows\/[^/]+\.ya?ml$/.test(path))) holds.push('workflows');
  return { name, folder, target: '.', holds };
}
