import { join } from 'node:path';
import { ruleIndex } from '../../rules/index.ts';
import { baselineFile } from '../config/load.ts';
import { createBaseline, pruneBaseline } from '../engine/baseline.ts';
import { scanFolder } from '../io/scan-folder.ts';
import { writeText } from '../io/write.ts';
import { count } from '../report/words.ts';
import { problemText } from '../report/summary.ts';
import { parse } from './args.ts';
import { dayNamed, oneOf } from '../config/names.ts';
import { UsageError } from '../config/usage-error.ts';

/** `soc2-lint baseline create|prune [DIR]`. */
export async function baselineCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    'as-of': { type: 'string' },
    config: { type: 'string' },
    'var-file': { type: 'string', multiple: true },
  });
  const [action = '', ...paths] = positionals;
  const wanted = oneOf('the action of baseline', action, ['create', 'prune'] as const);
  const asOf = values['as-of'] === undefined ? undefined : dayNamed('--as-of', values['as-of']);
  const { report, root, input } = await scanFolder({
    paths,
    cwd: process.cwd(),
    rules: ruleIndex,
    select: {},
    ...(asOf !== undefined && { asOf }),
    ...(values.config !== undefined && { config: values.config }),
    ...(values['var-file'] && { varFiles: values['var-file'] }),
  });
  if (report.scope.partial) throw new UsageError('a baseline is made of a whole folder, not of files');
  if (wanted === 'prune' && !input.baseline)
    throw new UsageError(`there is no ${baselineFile} to prune; soc2-lint baseline create makes one`);
  const unread = report.problems.filter(({ notice }) => !notice);
  for (const problem of unread) process.stderr.write(`problem: ${problemText(problem)}\n`);
  if (wanted === 'prune' && unread.length > 0) {
    process.stderr.write(`soc2-lint: nothing is taken out: what could not be read may still be there\n`);
    return 3;
  }
  const baseline =
    wanted === 'create' ? createBaseline(report.results) : pruneBaseline(input.baseline!, report.results);
  writeText(join(root, baselineFile), `${JSON.stringify(baseline, null, 2)}\n`);
  const gone = wanted === 'prune' ? `, ${input.baseline!.findings.length - baseline.findings.length} taken out` : '';
  process.stdout.write(
    `${baselineFile}: ${count(baseline.findings.length, 'finding')}${gone}. They stay gaps in the coverage until they are mended or accepted.\n`,
  );
  return 0;
}
