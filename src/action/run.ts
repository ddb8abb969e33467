import { join } from 'node:path';
import * as core from '@actions/core';
import { ruleIndex } from '../../rules/index.ts';
import { dayNamed } from '../config/names.ts';
import { UsageError } from '../config/usage-error.ts';
import { concernsChange, type DiffMode } from '../engine/compare.ts';
import { changesOf } from '../engine/diff.ts';
import { exitCode } from '../engine/exit-code.ts';
import { BaseError, scanFolder, type FolderOutcome } from '../io/scan-folder.ts';
import { appendText, writeText } from '../io/write.ts';
import type { FailOn } from '../model/config.ts';
import type { Report, Result } from '../model/report.ts';
import { severities } from '../model/verdict.ts';
import type { RenderContext } from '../report/context.ts';
import { visible } from '../report/escape.ts';
import { render } from '../report/index.ts';
import { masked } from '../report/mask.ts';
import { event } from './event.ts';
import { choice, flag, input, selection } from './inputs.ts';

/** One run of the Action; its exit code. */
export async function run(env: NodeJS.ProcessEnv): Promise<number> {
  const workspace = env['GITHUB_WORKSPACE'] || process.cwd();
  const { base, links } = event(env);
  const [config, baseline] = [input('config'), input('baseline')];
  // All of them are read before anything is done: a mistake in one is told at once.
  const wanted = {
    mode: choice<DiffMode>('diff', ['auto', 'lines', 'files', 'all']) ?? 'auto',
    annotations: choice('annotations', ['auto', 'none']) ?? 'auto',
    summary: flag('summary') ?? true,
    failOn: choice<FailOn>('fail-on', [...severities.slice(0, 4), 'never']),
    failOnUnknown: flag('fail-on-unknown'),
    allowIncomplete: flag('allow-incomplete'),
  };
  const request = {
    paths: [input('path') ?? '.'],
    cwd: workspace,
    rules: ruleIndex,
    // In a workflow the day of the run is today; everywhere else it is the commit's.
    asOf: dayNamed('as-of', input('as-of') ?? new Date().toISOString().slice(0, 10)),
    select: selection(),
    ...(config !== undefined && { config }),
    ...(baseline !== undefined && { baseline }),
  };
  const outcome = await scanWithBase(request, wanted.mode === 'all' ? undefined : base);
  const { report } = outcome;
  const shown = ofChange(outcome, wanted.mode);
  const context = contextOf(outcome, links);

  if (wanted.annotations === 'auto') {
    process.stdout.write(await render('github', shown, context));
    tellProblems(masked(report, outcome.secrets));
  }
  const summaryFile = env['GITHUB_STEP_SUMMARY'];
  if (summaryFile && wanted.summary) appendText(summaryFile, await render('markdown', report, context));
  await writeReports(outcome, context, workspace);
  setOutputs(report);
  return exitCode(shown, {
    failOn: wanted.failOn ?? outcome.config.failOn ?? 'high',
    failOnUnknown: wanted.failOnUnknown ?? outcome.config.failOnUnknown ?? false,
    allowIncomplete: wanted.allowIncomplete ?? outcome.config.allowIncomplete ?? false,
  });
}

/** With the base of the pull request, where git has it; else everything, and it says so. */
async function scanWithBase(
  request: Parameters<typeof scanFolder>[0],
  base: string | undefined,
): Promise<FolderOutcome> {
  if (base === undefined) return scanFolder(request);
  try {
    return await scanFolder({ ...request, diff: base });
  } catch (error) {
    if (!(error instanceof BaseError)) throw error;
    core.notice('The base of this change is not at hand (fetch-depth: 0 brings it), so everything is shown.', {
      title: 'soc2-lint',
    });
    return scanFolder(request);
  }
}

/** The report with the findings that the change answers for, by the mode: these are annotated, and fail the run. */
function ofChange({ report, input: { base } }: FolderOutcome, mode: DiffMode): Report {
  if (!base) return report;
  const changes = changesOf(base.diff);
  const files = changes && new Set(changes.lines.keys());
  const isIts = (result: Result) => result.verdict !== 'fail' || concernsChange(result, mode, files);
  return { ...report, results: report.results.filter(isIts).map((result) => ({ ...result, touched: true })) };
}

function contextOf(outcome: FolderOutcome, links: RenderContext['links']): RenderContext {
  const domains = new Map(ruleIndex.entries.map(({ id, domain }) => [id, domain]));
  return {
    source: outcome.source,
    secrets: outcome.secrets,
    rules: new Map(
      outcome.rules.map((rule) => [rule.id, { ...rule, page: `rules/${domains.get(rule.id)}/${rule.id}.md` }]),
    ),
    color: false,
    width: 120,
    verbose: false,
    quiet: false,
    ...(links && { links }),
  };
}

function tellProblems({ problems }: Report): void {
  for (const { message, location, notice } of problems) {
    const tell = notice ? core.notice : core.warning;
    const title = notice ? 'soc2-lint' : 'soc2-lint could not read everything';
    tell(visible(message), { title, ...(location && { file: visible(location.file), startLine: location.startLine }) });
  }
}

async function writeReports({ report }: FolderOutcome, context: RenderContext, workspace: string): Promise<void> {
  for (const [name, format, output] of [
    ['json-file', 'json', 'report-file'],
    ['sarif-file', 'sarif', 'sarif-file'],
  ] as const) {
    const file = input(name);
    if (file === undefined) continue;
    try {
      writeText(join(workspace, file), await render(format, report, context));
    } catch (error) {
      throw new UsageError(`can't write ${file}: ${(error as Error).message.split(',')[0]}`);
    }
    core.setOutput(output, file);
  }
}

function setOutputs({ summary: { open, accepted, unknown }, coverage }: Report): void {
  const all = Object.values(open).reduce((sum, count) => sum + count, 0);
  const gaps = coverage.filter(({ state }) => state === 'gap').length;
  for (const [name, count] of Object.entries({ open: all, accepted, unknown, gaps })) core.setOutput(name, count);
}
