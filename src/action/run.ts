import { join } from 'node:path';
import * as core from '@actions/core';
import { ruleIndex } from '../../rules/index.ts';
import { dayNamed } from '../config/names.ts';
import { UsageError } from '../config/usage-error.ts';
import { concernsChange } from '../engine/compare.ts';
import { changesOf } from '../engine/diff.ts';
import { exitCode } from '../engine/exit-code.ts';
import { withPlugins } from '../io/plugin.ts';
import { folderConfig, scanFolder, type FolderOutcome } from '../io/scan-folder.ts';
import { appendText, writeText } from '../io/write.ts';
import {
  annotationModes,
  commentModes,
  diffModes,
  type CommentMode,
  type Config,
  type DiffMode,
  type FailOn,
} from '../model/config.ts';
import type { Report, Result } from '../model/report.ts';
import { severities } from '../model/verdict.ts';
import { ruleInfos, type RenderContext } from '../report/context.ts';
import { visible } from '../report/escape.ts';
import { isOfThisChange, openFindings } from '../report/findings.ts';
import { render } from '../report/index.ts';
import type { RuleIndex } from '../rule/entry.ts';
import { annotate } from './annotate.ts';
import { aroundOf, type Around } from './around.ts';
import { commentLimit, keepComment } from './comment.ts';
import type { Event } from './event.ts';
import { choice, flag, input, listed, selection } from './inputs.ts';
import { liveFacts } from './live.ts';
import { fromTop } from './place.ts';
import { whyNotLoaded } from './plugins.ts';
import { refused, tell } from './tell.ts';
import { scanWithBase } from './with-base.ts';

/** One run of the Action; its exit code. */
export async function run(env: NodeJS.ProcessEnv): Promise<number> {
  const workspace = env['GITHUB_WORKSPACE'] || process.cwd();
  const path = input('path') ?? '.';
  const [config, baseline] = [input('config'), input('baseline')];
  // All of them are read before anything is done: a mistake in one is told at once.
  const wanted = {
    diff: choice('diff', diffModes),
    annotations: choice('annotations', annotationModes),
    comment: choice('comment', commentModes),
    summary: flag('summary'),
    live: flag('live'),
    failOn: choice<FailOn>('fail-on', [...severities.slice(0, 4), 'never']),
    failOnUnknown: flag('fail-on-unknown'),
    allowIncomplete: flag('allow-incomplete'),
  };
  // In a workflow the day of the run is today; everywhere else it is the commit's.
  const asOf = dayNamed('as-of', input('as-of') ?? new Date().toISOString().slice(0, 10));
  const around = aroundOf(env, workspace, path);
  const index = await withPlugins(ruleIndex, allowedPlugins(around.happened, workspace, path), {
    option: 'plugin',
    cwd: workspace,
  });
  const request = {
    paths: [path],
    cwd: workspace,
    rules: index,
    asOf,
    select: selection(index),
    ...(config !== undefined && { config }),
    ...(baseline !== undefined && { baseline }),
  };
  const settled = { ...modes, ...given(await folderConfig(request)), ...given(wanted) };
  const live = await liveFacts(wanted.live, settled.live, around);
  const whole = { ...request, ...(live && { live }) };
  const outcome = await (settled.diff === 'all' ? scanFolder(whole) : scanWithBase(whole, around));
  const report = fromTop(outcome.report, around.prefix);
  const shown = ofChange(report, outcome, settled.diff, around.prefix);
  const context = contextOf(outcome, index, around);
  const code = exitCode(shown, {
    failOn: settled.failOn,
    failOnUnknown: settled.failOnUnknown,
    allowIncomplete: settled.allowIncomplete,
  });

  await annotate(settled.annotations, shown, context, around, code !== 0);
  const summaryFile = env['GITHUB_STEP_SUMMARY'];
  if (summaryFile && settled.summary) appendText(summaryFile, await render('markdown', report, context));
  await writeReports(outcome.report, report, outcome, context, workspace);
  await comment(settled.comment, { report, shown, path, failed: code !== 0 }, context, around);
  setOutputs(report);
  return code;
}

type Modes = Required<
  Pick<Config, 'diff' | 'annotations' | 'comment' | 'summary' | 'live' | 'failOn' | 'failOnUnknown' | 'allowIncomplete'>
>;

/** What holds where neither an input nor the configuration says anything. */
const modes: Modes = {
  diff: 'auto',
  annotations: 'auto',
  comment: 'never',
  summary: true,
  live: false,
  failOn: 'high',
  failOnUnknown: false,
  allowIncomplete: false,
};

/** What of it is said. */
const given = (from: { readonly [K in keyof Modes]?: Modes[K] | undefined }): Partial<Modes> =>
  Object.fromEntries(
    (Object.keys(modes) as (keyof Modes)[]).flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])),
  );

/** Rule code of one's own, where it is not of the change under review. */
function allowedPlugins(happened: Event, workspace: string, path: string): string[] {
  return (listed('plugin') ?? []).filter((file) => {
    const why = whyNotLoaded(file, happened, { workspace, path });
    if (why) core.warning(visible(`The plugin ${file} is not loaded: ${why}.`), { title: 'soc2-lint' });
    return why === undefined;
  });
}

/** The report with the findings that the change answers for, by the mode: these are annotated, and fail the run. */
function ofChange(report: Report, { input: { base } }: FolderOutcome, mode: DiffMode, prefix: string): Report {
  if (!base) return report;
  const changes = changesOf(base.diff);
  const files = changes && new Set([...changes.lines.keys()].map((file) => prefix + file));
  const isIts = (result: Result) => result.verdict !== 'fail' || concernsChange(result, mode, files);
  return { ...report, results: report.results.filter(isIts).map((result) => ({ ...result, touched: true })) };
}

function contextOf(outcome: FolderOutcome, index: RuleIndex, { happened: { links }, prefix }: Around): RenderContext {
  return {
    source: (file) => outcome.source(file.startsWith(prefix) ? file.slice(prefix.length) : file),
    secrets: outcome.secrets,
    rules: ruleInfos(outcome.rules, index),
    color: false,
    width: 120,
    verbose: false,
    quiet: false,
    ...(links && { links }),
  };
}

/** The comment on the pull request, where there is one. */
async function comment(
  mode: CommentMode,
  { report, shown, path, failed }: { report: Report; shown: Report; path: string; failed: boolean },
  context: RenderContext,
  { api, repository, happened: { pull }, page }: Around,
): Promise<void> {
  if (mode === 'never' || pull === undefined) return;
  if (!api) return tell('There is no token to comment on the pull request with.');
  const text = await render('markdown', report, { ...context, limit: commentLimit });
  const open = openFindings(shown).filter((result) => isOfThisChange(shown, result)).length;
  try {
    await keepComment(api, { repository, pull, path, mode, failed, open, text, ...(page && { run: page }) });
  } catch (error) {
    tell(refused(error, 'The comment on the pull request could not be written', 'pull-requests: write'));
  }
}

/** JSON names files from the scanned folder, as everywhere; SARIF from the top of the repository, as GitHub reads it. */
async function writeReports(
  asScanned: Report,
  report: Report,
  outcome: FolderOutcome,
  context: RenderContext,
  workspace: string,
): Promise<void> {
  for (const [name, format, output] of [
    ['json-file', 'json', 'report-file'],
    ['sarif-file', 'sarif', 'sarif-file'],
  ] as const) {
    const file = input(name);
    if (file === undefined) continue;
    const text =
      format === 'json'
        ? await render(format, asScanned, { ...context, source: outcome.source })
        : await render(format, report, context);
    try {
      writeText(join(workspace, file), text);
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
