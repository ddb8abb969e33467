import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';
import { packageFolder } from '../bundle.ts';
import { cli, folderWith, workflow } from '../run.ts';

const clear = '\r\u001b[K';

function terminal(isTTY = true) {
  const written: string[] = [];
  return { written, isTTY, write: (text: string) => written.push(text) };
}

describe('progress', () => {
  it('says nothing of a scan that is soon over, then one line in its own place, and takes itself away', () => {
    const out = terminal();
    let time = 0;
    const line = progressLine(out, {}, () => time)!;
    for (time = 0; time < 1000; time += 50) line.tell('files', time, 4000);
    expect(out.written).toEqual([]);
    time = 1000;
    line.tell('files', 1203, 4000);
    time = 1050;
    line.tell('files', 1204, 4000);
    time = 1100;
    line.tell('rules', 12, 250);
    line.end();
    expect(out.written).toEqual([
      `${clear}reading files: 1,203 of at most 4,000`,
      `${clear}judging subjects: 12 of 250 rules`,
      clear,
    ]);
  });

  it('leaves no trace of a short scan', () => {
    const out = terminal();
    const line = progressLine(out, {}, () => 0)!;
    line.tell('files', 1, 1);
    line.end();
    expect(out.written).toEqual([]);
  });

  it('is quiet in CI, on a terminal that can not, and where stderr is none', () => {
    expect(progressLine(terminal(), { CI: 'true' })).toBeUndefined();
    expect(progressLine(terminal(), { TERM: 'dumb' })).toBeUndefined();
    expect(progressLine(terminal(false), {})).toBeUndefined();
  });

  it('is never in what is piped', () => {
    const files = Array.from({ length: 400 }, (_, i) => [`.github/workflows/w${i}.yml`, workflow()]);
    const { err } = cli(folderWith(Object.fromEntries(files) as { [path: string]: string }), ['--fail-on', 'never']);
    expect(err).toBe('');
  });

  // util-linux has a program that gives another one a terminal.
  const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') ?? false;
  it.runIf(hasScript)('stands on a real terminal while a long scan runs', () => {
    const files = Array.from({ length: 3000 }, (_, i) => [`.github/workflows/w${i}.yml`, workflow()]);
    const folder = folderWith(Object.fromEntries(files) as { [path: string]: string });
    const command = `${process.execPath} ${join(packageFolder, 'dist/cli.js')} --format json --output json=r.json > /dev/null`;
    const env = { PATH: process.env['PATH'], TERM: 'xterm' };
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd: folder, encoding: 'utf8', env });
    expect(stdout).toMatch(/reading files: [\d,]+ of at most 3,000|judging subjects: \d+ of \d+ rules/);
    expect(stdout.trimEnd().endsWith(clear.trim())).toBe(true);
  });
});
