import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { dayNamed, oneOf } from '../config/names.ts';
import { UsageError } from '../config/usage-error.ts';
import { historyOfFolder } from '../io/history-folder.ts';
import { visible } from '../report/escape.ts';
import { historyFormats, renderHistory, type HistoryFormat } from '../report/history/index.ts';
import { allRules } from '../rule/all-rules.ts';
import { version } from '../version.ts';
import { parse } from './args.ts';
import { periodOf, periodOptions, rulesWith } from './period.ts';

/** `soc2-lint history [DIR] --from DATE --to DATE`: what a branch shows over a period. */
export async function historyCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, { ...periodOptions, format: { type: 'string' } });
  if (values.from === undefined && values.to === undefined)
    throw new UsageError('history needs a period: --from DATE --to DATE (YYYY-MM-DD, both days inside)');
  if (positionals.length > 1) throw new UsageError('history takes one folder');
  const format = oneOf('--format', values.format ?? 'text', Object.keys(historyFormats) as HistoryFormat[]);
  const rules = await rulesWith(values);
  const history = await historyOfFolder({
    root: folderNamed(positionals[0] ?? '.'),
    rules,
    version,
    ...periodOf(values)!,
    ...(values['as-of'] !== undefined && { asOf: dayNamed('--as-of', values['as-of']) }),
  });
  process.stdout.write(await renderHistory(format, history, () => allRules(rules)));
  // Formats for machines are read by themselves: whoever runs this hears of it all the same.
  if (format !== 'text' && format !== 'markdown')
    for (const reason of history.completeness.reasons) process.stderr.write(`problem: ${visible(reason)}\n`);
  return history.completeness.established ? 0 : 3;
}

function folderNamed(name: string): string {
  try {
    return realpathSync(resolve(name));
  } catch {
    throw new UsageError(`there is no folder ${name}`);
  }
}
