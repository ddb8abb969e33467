// The door from GitHub Actions: scans the workspace, annotates, writes the job summary, sets outputs and the exit status.
import { setFailed } from '@actions/core';
import { UsageError } from '../config/usage-error.ts';
import { run } from './run.ts';

try {
  process.exitCode = await run(process.env);
} catch (error) {
  if (error instanceof UsageError) {
    setFailed(error.message);
    process.exitCode = 2;
  } else {
    setFailed(`soc2-lint stopped: this is a defect of soc2-lint. ${String((error as Error)?.stack ?? error)}`);
    process.exitCode = 3;
  }
}
