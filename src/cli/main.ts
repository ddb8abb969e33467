#!/usr/bin/env node
// The door from the command line. It loads only what the arguments ask for.
import { UsageError } from '../config/usage-error.ts';

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
  throw error;
});
process.once('SIGINT', () => process.exit(130));

const [first = '', ...rest] = process.argv.slice(2);
try {
  process.exitCode = await run(first, rest);
} catch (error) {
  if (error instanceof UsageError) {
    process.stderr.write(`soc2-lint: ${error.message}\n`);
    process.exitCode = 2;
  } else {
    // Not 1: that says that everything was looked at and something was found.
    process.stderr.write(
      `soc2-lint stopped: this is a defect of soc2-lint\n${String((error as Error)?.stack ?? error)}\n`,
    );
    process.exitCode = 3;
  }
}

async function run(command: string, args: readonly string[]): Promise<number> {
  const wantsHelp = args.includes('--help') || args.includes('-h');
  switch (command) {
    case '--version':
    case '-V':
      process.stdout.write(`${(await import('../version.ts')).version}\n`);
      return 0;
    case '--help':
    case '-h':
    case 'help':
      return (await import('./help.ts')).help(args[0]);
    case 'rules':
      return wantsHelp
        ? (await import('./help.ts')).help(command)
        : (await import('./rules-command.ts')).rulesCommand(args);
    case 'explain':
      return wantsHelp
        ? (await import('./help.ts')).help(command)
        : (await import('./explain-command.ts')).explainCommand(args);
    case 'init':
      return wantsHelp
        ? (await import('./help.ts')).help(command)
        : (await import('./init-command.ts')).initCommand(args);
    case 'gaps':
      return wantsHelp
        ? (await import('./help.ts')).help(command)
        : (await import('./gaps-command.ts')).gapsCommand(args);
    case 'history':
      return wantsHelp
        ? (await import('./help.ts')).help(command)
        : (await import('./history-command.ts')).historyCommand(args);
    case 'oscal':
      return wantsHelp
        ? (await import('./help.ts')).help(command)
        : (await import('./oscal-command.ts')).oscalCommand(args);
    case 'evidence':
      return wantsHelp
        ? (await import('./help.ts')).help(command)
        : (await import('./evidence-command.ts')).evidenceCommand(args);
    case 'baseline':
      return wantsHelp
        ? (await import('./help.ts')).help(command)
        : (await import('./baseline-command.ts')).baselineCommand(args);
    default:
      if (wantsHelp) return (await import('./help.ts')).help();
      return (await import('./scan-command.ts')).scanCommand(command === '' ? [] : [command, ...args]);
  }
}
