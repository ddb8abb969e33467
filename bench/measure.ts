import { spawnSync } from 'node:child_process';

/** What one whole process took, with the processes it started and waited for. */
export interface Use {
  /** User and system time, in seconds. */
  cpu: number;
  /** From start to end, in seconds. */
  wall: number;
  /** The largest resident set of one of its processes, in bytes. */
  memory: number;
  /** Of a signal, its number below zero: -9 where it took too long and was ended. */
  status: number;
  /** The last line on stderr. */
  said: string;
}

/** Seconds. Checkov, for one, waits for its own workers for ever on some trees. */
const limit = 300;

// Node can't tell what a child took: that is only in the answer of wait4(2), which Python has. A child starts with the size
// of its launcher, about 12 MB: less memory than that can't be seen.
const launcher = `
import json, os, signal, sys, tempfile, time
with tempfile.TemporaryFile() as said:
    quiet = [(os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0), (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
             (os.POSIX_SPAWN_DUP2, said.fileno(), 2)]
    began = time.monotonic()
    pid = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet, setpgroup=0)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(pid, signal.SIGKILL))
    signal.alarm(${limit})
    _, status, use = os.wait4(pid, 0)
    wall = time.monotonic() - began
    said.seek(0)
    lines = said.read().decode(errors='replace').strip().splitlines()
print(json.dumps({
    'cpu': use.ru_utime + use.ru_stime, 'wall': wall,
    'memory': use.ru_maxrss * (1 if sys.platform == 'darwin' else 1024),
    'status': os.waitstatus_to_exitcode(status), 'said': lines[-1] if lines else ''}))
`;

/** Why nothing can be measured on this machine; undefined where it can. */
export function missing(): string | undefined {
  const { status } = spawnSync('python3', ['-c', 'import os; os.wait4, os.posix_spawnp, os.waitstatus_to_exitcode']);
  return status === 0 ? undefined : 'the bench needs python3 (3.9 or newer, not on Windows) to measure other processes';
}

/** Runs a command in a folder and measures it. */
export function measure(command: readonly string[], cwd: string): Use {
  const { stdout, stderr, status } = spawnSync('python3', ['-c', launcher, ...command], { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command.join(' ')}: ${stderr}`);
  return JSON.parse(stdout) as Use;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
