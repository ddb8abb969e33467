// Adds up the reports of the test runs: one line for each, and the last line for all. Nothing where no test ran.
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';

const line = ([passed, failed, skipped]) =>
  `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
const runs = process.argv
  .slice(2)
  .filter((file) => existsSync(file))
  .map((file) => {
    const report = JSON.parse(readFileSync(file, 'utf8'));
    const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report;
    return { name: basename(file, '.json'), counts: [numPassedTests, numFailedTests, numPendingTests + numTodoTests] };
  });
for (const { name, counts } of runs) console.log(`suite on ${name}: ${line(counts)}`);
if (runs.length > 0) console.log(line([0, 1, 2].map((at) => runs.reduce((sum, { counts }) => sum + counts[at], 0))));
