// npm run bench -- [--runs N] [--only INPUT]... [--tool NAME]...
// CPU time and peak memory of whole processes, ours and the peers that are on PATH, in turn, as a Markdown table.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compared } from './compared.ts';
import { generated, generatedSizes, hasRepositories, repository, repositoryNames, smallFiles } from './inputs.ts';
import { missing } from './measure.ts';
import { startup } from './startup.ts';
import { isThere, ours, peers, shown, versionOf } from './tools.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '5' },
    only: { type: 'string', multiple: true },
    tool: { type: 'string', multiple: true },
  },
});
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs takes a number from 1, not "${values.runs}"`);
const cannot = missing();
if (cannot !== undefined) throw new Error(cannot);

const scratch = mkdtempSync(join(tmpdir(), 'soc2-lint-bench-'));
try {
  const small = smallFiles(scratch);
  const names = [
    ...small.map(({ name }) => name),
    ...generatedSizes.keys(),
    ...(hasRepositories() ? repositoryNames() : []),
  ];
  const wanted = chosen('--only', values.only, names);
  const wantedPeers = chosen(
    '--tool',
    values.tool,
    peers.map(({ name }) => name),
  );
  const there = peers.filter(({ name }) => wantedPeers.includes(name) && isThere(name));
  const absent = wantedPeers.filter((name) => there.every((peer) => peer.name !== name));
  const inputs = wanted.map(
    (name) =>
      small.find((input) => input.name === name) ??
      (generatedSizes.has(name) ? generated(scratch, name) : repository(scratch, name)),
  );

  print(
    `Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} cores. Medians of ${runs} runs,`,
  );
  print(
    'every tool in turn; CPU time (user and system) and peak memory of the whole process; in brackets, times ours.',
  );
  if (absent.length > 0) print(`Not on PATH: ${absent.join(', ')}.`);
  if (!hasRepositories()) print('There is no ../shared/repositories: only the small files are measured.');
  print('');
  for (const tool of [ours, ...there]) print(`- ${tool.name} ${versionOf(tool)}: \`${shown(tool)}\``);
  print('');
  print(compared(inputs, [ours, ...there], runs));
  print('');
  print(startup(scratch, small));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function chosen(option: string, asked: readonly string[] | undefined, names: readonly string[]): readonly string[] {
  const unknown = asked?.find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`${option} is one of ${names.join(', ')}, not "${unknown}"`);
  return asked ?? names;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
