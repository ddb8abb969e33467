import { spawnSync } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/** What an input holds, and so who can read it. */
export type Content = 'infrastructure' | 'workflows';

export interface Tool {
  name: string;
  reads: readonly Content[];
  /** The command in the input's folder; `target` is `.` or a file. All of them offline. */
  command: (target: string) => readonly string[];
  version: readonly string[];
  /** Ends that mean it did its work, with findings or without. Others mean it did not. */
  ends: readonly number[];
}

const cli = resolve('dist/cli.js');

export const ours: Tool = {
  name: 'soc2-lint',
  reads: ['infrastructure', 'workflows'],
  command: (target) => [process.execPath, cli, target],
  version: [process.execPath, cli, '--version'],
  ends: [0, 1, 3],
};

export const peers: readonly Tool[] = [
  {
    name: 'checkov',
    reads: ['infrastructure'],
    command: (target) => [
      'checkov',
      target === '.' ? '--directory' : '--file',
      target,
      '--skip-download',
      '--quiet',
      '--compact',
    ],
    version: ['checkov', '--version'],
    ends: [0, 1],
  },
  {
    name: 'kics',
    reads: ['infrastructure'],
    command: (target) => ['kics', 'scan', '--path', target, '--no-progress', '--ci'],
    version: ['kics', 'version'],
    // By the worst severity found.
    ends: [0, 20, 30, 40, 50, 60],
  },
  {
    name: 'trivy',
    reads: ['infrastructure'],
    command: (target) => ['trivy', 'config', '--quiet', '--skip-check-update', '--skip-version-check', target],
    version: ['trivy', '--version'],
    ends: [0],
  },
  {
    name: 'zizmor',
    reads: ['workflows'],
    command: (target) => ['zizmor', '--offline', '--no-progress', '--no-exit-codes', target],
    version: ['zizmor', '--version'],
    ends: [0],
  },
  {
    name: 'actionlint',
    reads: ['workflows'],
    // Without shellcheck and pyflakes, which are programs of their own.
    command: (target) => ['actionlint', '-shellcheck=', '-pyflakes=', ...(target === '.' ? [] : [target])],
    version: ['actionlint', '--version'],
    ends: [0, 1],
  },
];

/** Whether a program is on PATH. */
export function isThere(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return statSync(join(folder, program)).isFile();
    } catch {
      return false;
    }
  });
}

/** The first number that looks like a version in what the tool says of itself. */
export function versionOf({ version: [program = '', ...args] }: Tool): string {
  const { stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  return /\d+\.\d+\.\d+\S*/.exec(`${stdout}${stderr}`)?.[0] ?? 'version unknown';
}

/** The command as it is run in the input's folder. */
export const shown = (tool: Tool): string =>
  tool
    .command('.')
    .map((word) => (word === process.execPath ? 'node' : word.replace(`${process.cwd()}/`, '')))
    .join(' ');
