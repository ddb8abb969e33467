// npm run bench:history -- [COMMITS]... [--cli PATH]
// Seconds and peak memory of `history` over a generated year, as a Markdown table: they have to grow with what changed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { writeHistory } from './history-generated.ts';
import { measure, missing } from './measure.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cli: { type: 'string', default: 'dist/cli.js' }, keep: { type: 'string' } },
});
const cannot = missing();
if (cannot !== undefined) throw new Error(cannot);
const scratch = values.keep ?? mkdtempSync(join(tmpdir(), 'soc2-lint-bench-'));
try {
  process.stdout.write('| commits | seconds | CPU seconds | MB | exit |\n| --- | --- | --- | --- | --- |\n');
  for (const commits of positionals.length > 0 ? positionals.map(Number) : [300, 1_000, 3_000]) {
    const folder = join(scratch, `history-${commits}`);
    writeHistory(folder, commits);
    const command = [process.execPath, resolve(values.cli), 'history', '--from', '2025-01-01', '--to', '2025-12-31'];
    const { wall, cpu, memory, status } = measure([...command, '--as-of', '2026-01-01', '--format', 'json'], folder);
    process.stdout.write(
      `| ${commits} | ${wall.toFixed(1)} | ${cpu.toFixed(1)} | ${Math.round(memory / 1024 / 1024)} | ${status} |\n`,
    );
  }
} finally {
  if (values.keep === undefined) rmSync(scratch, { recursive: true, force: true });
}
