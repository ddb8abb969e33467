import { visible } from '../report/escape.ts';
import { ruleIndex } from '../../rules/index.ts';
import type { Format } from '../report/index.ts';
import { masked } from '../report/mask.ts';
import { formats, render } from '../report/index.ts';
import { ruleInfos, type RenderContext } from '../report/context.ts';
import { scanFolder, type FolderOutcome } from '../io/scan-folder.ts';
import { severities } from '../model/verdict.ts';
import { exitCode } from '../engine/exit-code.ts';
import type { RuleIndex } from '../rule/entry.ts';
import { version } from '../version.ts';
import { progressLine } from './progress.ts';
import { parse, several } from './args.ts';
import { categoriesNamed, criteriaNamed, dayNamed, oneOf, rulesNamed } from '../config/names.ts';
import { UsageError } from '../config/usage-error.ts';

const options = {
  format: { type: 'string' },
  output: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  'fail-on-unknown': { type: 'boolean' },
  'allow-incomplete': { type: 'boolean' },
  criteria: { type: 'string', multiple: true },
  categories: { type: 'string', multiple: true },
  rules: { type: 'string', multiple: true },
  config: { type: 'string' },
  diff: { type: 'string' },
  staged: { type: 'boolean' },
  baseline: { type: 'string' },
  'as-of': { type: 'string' },
  'var-file': { type: 'string', multiple: true },
  plugin: { type: 'string', multiple: true },
  quiet: { type: 'boolean', short: 'q' },
  verbose: { type: 'boolean', short: 'v' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const;

const formatNames = Object.keys(formats) as Format[];

/** `soc2-lint [DIR | FILE...]`. Results on stdout, problems on stderr. */
export async function scanCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, options);
  if (values.version) {
    process.stdout.write(`${version}\n`);
    return 0;
  }
  const format = oneOf('--format', values.format ?? 'text', formatNames);
  const outputs = (values.output ?? []).map(outputOf);
  const failOn =
    values['fail-on'] === undefined
      ? undefined
      : oneOf('--fail-on', values['fail-on'], [...severities.slice(0, 4), 'never'] as const);
  const asOf = values['as-of'] === undefined ? undefined : dayNamed('--as-of', values['as-of']);
  const index = values.plugin
    ? await (await import('../io/plugin.ts')).withPlugins(ruleIndex, values.plugin)
    : ruleIndex;
  const rules = several(values.rules);
  const criteria = several(values.criteria);
  const categories = several(values.categories);
  const line = values.quiet ? undefined : progressLine(process.stderr, process.env);
  const outcome = await scanFolder({
    ...(line && { progress: line.tell }),
    paths: positionals,
    cwd: process.cwd(),
    rules: index,
    select: {
      ...(rules && { rules: rulesNamed(rules, index.entries) }),
      ...(criteria && { criteria: criteriaNamed(criteria) }),
      ...(categories && { categories: categoriesNamed(categories) }),
    },
    ...(asOf !== undefined && { asOf }),
    ...(values.staged && { staged: true }),
    ...(values.diff !== undefined && { diff: values.diff }),
    ...(values.config !== undefined && { config: values.config }),
    ...(values.baseline !== undefined && { baseline: values.baseline }),
    ...(values['var-file'] && { varFiles: values['var-file'] }),
  }).finally(() => line?.end());

  const context = contextOf(outcome, index, { verbose: values.verbose ?? false, quiet: values.quiet ?? false });
  process.stdout.write(await render(format, outcome.report, context));
  for (const { format: name, file } of outputs) {
    const { writeText } = await import('../io/write.ts');
    const report = await render(name, outcome.report, { ...context, color: false });
    try {
      writeText(file, report);
    } catch (error) {
      throw new UsageError(`can't write ${file}: ${(error as Error).message.split(',')[0]}`);
    }
  }
  if (format !== 'text') for (const problem of masked(outcome.report, outcome.secrets).problems) tellProblem(problem);
  return exitCode(outcome.report, {
    failOn: failOn ?? outcome.config.failOn ?? 'high',
    failOnUnknown: values['fail-on-unknown'] ?? outcome.config.failOnUnknown ?? false,
    allowIncomplete: values['allow-incomplete'] ?? outcome.config.allowIncomplete ?? false,
  });
}

function outputOf(text: string): { format: Format; file: string } {
  const [name = '', ...rest] = text.split('=');
  if (rest.length === 0 || rest.join('=') === '') throw new UsageError(`--output takes FORMAT=FILE, not "${text}"`);
  return { format: oneOf('the format of --output', name, formatNames), file: rest.join('=') };
}

function contextOf(
  outcome: FolderOutcome,
  index: RuleIndex,
  { verbose, quiet }: { verbose: boolean; quiet: boolean },
): RenderContext {
  const { env, stdout } = process;
  const forced = env['FORCE_COLOR'] !== undefined && env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  const color = forced || (stdout.isTTY === true && env['NO_COLOR'] === undefined && env['TERM'] !== 'dumb');
  return {
    source: outcome.source,
    secrets: outcome.secrets,
    rules: ruleInfos(outcome.rules, index),
    color,
    width: stdout.columns ?? 100,
    verbose,
    quiet,
  };
}

/** On stderr, escaped: what stdout holds is for machines. */
function tellProblem({
  message,
  location,
  notice,
}: {
  message: string;
  location?: { file: string; startLine: number };
  notice?: true;
}): void {
  const place = location ? `${location.file}:${location.startLine}: ` : '';
  process.stderr.write(`${notice ? 'note' : 'problem'}: ${visible(`${place}${message}`)}\n`);
}
