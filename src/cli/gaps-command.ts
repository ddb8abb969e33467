import { ruleIndex } from '../../rules/index.ts';
import { categoriesNamed, dayNamed, oneOf } from '../config/names.ts';
import { UsageError } from '../config/usage-error.ts';
import { scanFolder } from '../io/scan-folder.ts';
import { visibleJson } from '../report/escape.ts';
import { gapsOf } from '../report/gaps.ts';
import { gapsMarkdown, gapsText } from '../report/gaps-words.ts';
import { masked } from '../report/mask.ts';
import { scopeOf } from '../report/words.ts';
import { parse, several } from './args.ts';

/** `soc2-lint gaps [DIR]`: what is missing for the chosen categories, by criterion, with who has to act. */
export async function gapsCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    format: { type: 'string' },
    categories: { type: 'string', multiple: true },
    config: { type: 'string' },
    'as-of': { type: 'string' },
  });
  const format = oneOf('--format', values.format ?? 'text', ['text', 'markdown', 'json'] as const);
  const categories = several(values.categories);
  const { report: whole, secrets } = await scanFolder({
    paths: positionals,
    cwd: process.cwd(),
    rules: ruleIndex,
    select: categories ? { categories: categoriesNamed(categories) } : {},
    ...(values.config !== undefined && { config: values.config }),
    ...(values['as-of'] !== undefined && { asOf: dayNamed('--as-of', values['as-of']) }),
  });
  if (whole.scope.partial) throw new UsageError('gaps takes a folder, not files');
  const report = masked(whole, secrets);
  const gaps = gapsOf(report);
  if (format === 'json')
    process.stdout.write(
      `${visibleJson(
        JSON.stringify(
          { schemaVersion: 1, tool: report.tool, asOf: report.asOf, categories: report.scope.categories, gaps },
          null,
          2,
        ),
      )}\n`,
    );
  else if (format === 'markdown') process.stdout.write(gapsMarkdown(gaps, scopeOf(report)));
  else process.stdout.write(gapsText(gaps, scopeOf(report), process.stdout.columns ?? 100));
  return report.problems.some(({ notice }) => !notice) ? 3 : 0;
}
