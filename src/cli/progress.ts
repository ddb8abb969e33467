import type { Progress } from '../model/progress.ts';
import { thousands } from '../report/words.ts';

interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** A scan that is over sooner says nothing. */
const patience = 1000;
const between = 100;

/** A line on a terminal that tells how far a long scan is, and takes itself away. */
export interface ProgressLine {
  tell: Progress;
  end(): void;
}

/** Undefined where nobody looks: no terminal, or a pipeline's. */
export function progressLine(
  terminal: Terminal,
  env: NodeJS.ProcessEnv,
  now: () => number = () => performance.now(),
): ProgressLine | undefined {
  if (terminal.isTTY !== true || env['CI'] || env['TERM'] === 'dumb') return undefined;
  const start = now();
  let last = start + patience - between;
  let shown = false;
  return {
    tell: (what, done, of) => {
      const at = now();
      if (at - last < between) return;
      last = at;
      shown = true;
      terminal.write(`\r\u001b[K${sentences[what](thousands(done), thousands(of))}`);
    },
    end: () => {
      if (shown) terminal.write('\r\u001b[K');
    },
  };
}

const sentences: { readonly [W in Parameters<Progress>[0]]: (done: string, of: string) => string } = {
  files: (done, of) => `reading files: ${done} of at most ${of}`,
  rules: (done, of) => `judging subjects: ${done} of ${of} rules`,
};
