import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Input } from './inputs.ts';
import { measure, median, type Use } from './measure.ts';
import { table } from './table.ts';
import { ours } from './tools.ts';

const rounds = 15;

/** What starting costs, against a Node script with nothing in it. CPU time says it; on a busy machine, wall time doesn't. */
export function startup(scratch: string, small: readonly Input[]): string {
  const empty = join(scratch, 'empty.mjs');
  writeFileSync(empty, '');
  const commands: { name: string; command: readonly string[]; folder: string; uses: Use[] }[] = [
    { name: 'an empty script', command: [process.execPath, empty], folder: scratch, uses: [] },
    { name: '--version', command: ours.version, folder: scratch, uses: [] },
    ...small.map(({ name, folder, target }) => ({ name, command: ours.command(target), folder, uses: [] })),
  ];
  for (let round = 0; round < rounds; round++) {
    for (const { command, folder, uses } of commands) uses.push(measure(command, folder));
  }
  const of = (uses: readonly Use[], pick: (use: Use) => number) => median(uses.map(pick));
  const base = commands[0]!.uses;
  const columns = [(use: Use) => use.cpu, (use: Use) => use.wall];
  return table(
    ['', 'CPU', 'to an empty script', 'wall', 'to an empty script'],
    commands.map(({ name, uses }) => [
      name,
      ...columns.flatMap((pick) => [
        `${Math.round(of(uses, pick) * 1000)} ms`,
        `${(of(uses, pick) / of(base, pick)).toFixed(2)}×`,
      ]),
    ]),
  );
}
