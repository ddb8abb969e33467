// The door from GitHub Actions: scans the workspace, annotates, writes the job summary, sets outputs and the exit status.
import { join } from 'node:path';
import * as core from '@actions/core';
import { ruleIndex } from '../../rules/index.ts';
import { categories, criteria, type Category, type CriterionId } from '../criteria/catalogue.ts';
import { exitCode } from '../engine/exit-code.ts';
import { concernsChange, type DiffMode } from '../engine/compare.ts';
import type { FailOn } from '../model/config.ts';
import { severities } from '../model/verdict.ts';
import { InputError, scanFolder, type FolderOutcome } from '../io/scan-folder.ts';
import { appendText, writeText } from '../io/write.ts';
import type { RenderContext } from '../report/context.ts';
import { render } from '../report/index.ts';
import { event } from './event.ts';

const input = (name: string): string | undefined => core.getInput(name) || undefined;
const listed = (name: string): string[] | undefined =>
  input(name)
    ?.split(/[\s,]+/)
    .filter(Boolean);
const flag = (name: string): boolean | undefined => {
  const text = input(name)?.toLowerCase();
  return text === undefined ? undefined : text === 'true';
};

try {
  process.exitCode = await run();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  core.setFailed(error.message);
  process.exitCode = 2;
}

async function run(): Promise<number> {
  const workspace = process.env['GITHUB_WORKSPACE'] ?? process.cwd();
  const { base, links } = event(process.env);
  const mode = choice<DiffMode>('diff', ['auto', 'lines', 'files', 'all']) ?? 'auto';
  const request = {
    paths: [input('path') ?? '.'],
    cwd: workspace,
    rules: ruleIndex,
    // In a workflow the day of the run is today; everywhere else it is the commit's.
    asOf: input('as-of') ?? new Date().toISOString().slice(0, 10),
    select: selection(),
    ...optional('config', input('config')),
    ...optional('baseline', input('baseline')),
  };
  const outcome = await scanWithBase(request, mode === 'all' ? undefined : base);
  const { report } = outcome;
  const failing = report.results.filter((result) => concernsChange(result, mode, null));
  const shown = { ...report, results: failing };
  const context = contextOf(outcome, links);

  if (choice('annotations', ['auto', 'none']) !== 'none') process.stdout.write(await render('github', shown, context));
  for (const { message, location, notice } of report.problems) {
    const tell = notice ? core.notice : core.warning;
    tell(
      message,
      location
        ? { file: location.file, startLine: location.startLine, title: 'soc2-lint could not read everything' }
        : {},
    );
  }
  const summaryFile = process.env['GITHUB_STEP_SUMMARY'];
  if (summaryFile && flag('summary') !== false) appendText(summaryFile, await render('markdown', report, context));
  await writeReports(outcome, context, workspace);
  setOutputs(outcome);
  return exitCode(shown, {
    failOn: choice<FailOn>('fail-on', [...severities.slice(0, 4), 'never']) ?? outcome.config.failOn ?? 'high',
    failOnUnknown: flag('fail-on-unknown') ?? outcome.config.failOnUnknown ?? false,
    allowIncomplete: flag('allow-incomplete') ?? outcome.config.allowIncomplete ?? false,
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
    if (!(error instanceof InputError) || !error.message.startsWith('git knows no')) throw error;
    core.notice('The base of this change is not at hand (fetch-depth: 0 brings it), so everything is shown.', {
      title: 'soc2-lint',
    });
    return scanFolder(request);
  }
}

function selection() {
  const rules = listed('rules');
  const chosen = listed('categories');
  const wanted = listed('criteria')?.map((name) => name.toUpperCase());
  for (const name of chosen ?? [])
    if (!categories.includes(name as Category)) throw new InputError(`categories: there is no category ${name}`);
  const ids =
    wanted &&
    criteria.map(({ id }) => id).filter((id) => wanted.some((name) => id === name || id.startsWith(`${name}.`)));
  if (ids?.length === 0) throw new InputError(`criteria: there is no criterion ${wanted!.join(', ')}`);
  const known = new Set(ruleIndex.entries.flatMap(({ id, formerly }) => [id, ...(formerly ?? [])]));
  for (const id of rules ?? []) if (!known.has(id)) throw new InputError(`rules: there is no rule ${id}`);
  return {
    ...optional('rules', rules),
    ...optional('criteria', ids as CriterionId[] | undefined),
    ...optional('categories', chosen as Category[] | undefined),
  };
}

function choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
  const given = input(name);
  if (given === undefined) return undefined;
  const found = choices.find((one) => one === given);
  if (found === undefined) throw new InputError(`${name}: expected one of ${choices.join(', ')}, found "${given}"`);
  return found;
}

const optional = <K extends string, T>(key: K, value: T | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: T };

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

async function writeReports({ report }: FolderOutcome, context: RenderContext, workspace: string): Promise<void> {
  for (const [name, format] of [
    ['json-file', 'json'],
    ['sarif-file', 'sarif'],
  ] as const) {
    const file = input(name);
    if (file === undefined) continue;
    writeText(join(workspace, file), await render(format, report, context));
    core.setOutput(name === 'json-file' ? 'report-file' : 'sarif-file', file);
  }
}

function setOutputs({ report }: FolderOutcome): void {
  const { open, accepted, unknown } = report.summary;
  core.setOutput(
    'open',
    Object.values(open).reduce((sum, count) => sum + count, 0),
  );
  core.setOutput('accepted', accepted);
  core.setOutput('unknown', unknown);
  core.setOutput('gaps', report.coverage.filter(({ state }) => state === 'gap').length);
}
