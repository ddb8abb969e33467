import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { ruleIndex } from '../../rules/index.ts';
import { dayNamed, oneOf } from '../config/names.ts';
import { UsageError } from '../config/usage-error.ts';
import { historyOfFolder } from '../io/history-folder.ts';
import { pullRequestsIn } from '../io/pull-requests.ts';
import { historyFormats, renderHistory, type HistoryFormat } from '../report/history/index.ts';
import { version } from '../version.ts';
import { parse } from './args.ts';
import { allRules } from './all-rules.ts';

/** `soc2-lint history [DIR] --from DATE --to DATE`: what a branch shows over a period. */
export async function historyCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    from: { type: 'string' },
    to: { type: 'string' },
    branch: { type: 'string' },
    format: { type: 'string' },
    sample: { type: 'string' },
    'pull-requests': { type: 'string' },
    'as-of': { type: 'string' },
  });
  if (values.from === undefined || values.to === undefined)
    throw new UsageError('history needs a period: --from DATE --to DATE (YYYY-MM-DD, both days inside)');
  const from = dayNamed('--from', values.from);
  const to = dayNamed('--to', values.to);
  if (from > to) throw new UsageError(`--from ${from} is after --to ${to}`);
  if (positionals.length > 1) throw new UsageError('history takes one folder');
  if (values.sample !== undefined && !/^[1-9]\d{0,5}$/.test(values.sample))
    throw new UsageError(`--sample ${values.sample}: expected how many changes to draw, from 1`);
  const format = oneOf('--format', values.format ?? 'text', Object.keys(historyFormats) as HistoryFormat[]);
  const history = await historyOfFolder({
    root: folderNamed(positionals[0] ?? '.'),
    rules: ruleIndex,
    version,
    from,
    to,
    ...(values.branch !== undefined && { branch: values.branch }),
    ...(values.sample !== undefined && { sample: Number(values.sample) }),
    ...(values['pull-requests'] !== undefined && { pullRequests: pullRequestsIn(values['pull-requests']) }),
    ...(values['as-of'] !== undefined && { asOf: dayNamed('--as-of', values['as-of']) }),
  });
  process.stdout.write(await renderHistory(format, history, allRules));
  return history.completeness.established ? 0 : 3;
}

function folderNamed(name: string): string {
  try {
    return realpathSync(resolve(name));
  } catch {
    throw new UsageError(`there is no folder ${name}`);
  }
}
