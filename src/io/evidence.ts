import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { UsageError } from '../config/usage-error.ts';
import type { EvidenceFile, Origin } from '../evidence/manifest.ts';
import { predicateFile } from '../evidence/manifest.ts';
import { predicateOf } from '../evidence/predicate.ts';
import type { History } from '../history/history.ts';
import { ruleInfos, type RuleInfo } from '../report/context.ts';
import { maskedHistory } from '../report/history/mask.ts';
import { renderHistory, type HistoryFormat } from '../report/history/index.ts';
import { render, type Format } from '../report/index.ts';
import { masked } from '../report/mask.ts';
import { oscalCatalog } from '../report/oscal/catalog.ts';
import { oscalComponent } from '../report/oscal/component.ts';
import { problemText } from '../report/summary.ts';
import { allRules } from '../rule/all-rules.ts';
import type { RuleIndex } from '../rule/entry.ts';
import type { Rule } from '../rule/rule.ts';
import { configurationAt, configurationOf, copied, file } from './evidence-copies.ts';
import { historyOfFolder, type HistoryRequest } from './history-folder.ts';
import { rulePage } from './page.ts';
import { scanFolder, type FolderOutcome } from './scan-folder.ts';

export interface EvidenceRequest {
  /** The folder that is scanned, absolute. */
  root: string;
  /** What the names of files are relative to. */
  cwd: string;
  /** With those of the plugins. */
  rules: RuleIndex;
  version: string;
  period?: Pick<HistoryRequest, 'from' | 'to' | 'branch' | 'sample' | 'pullRequests' | 'config'>;
  asOf?: string;
  /** Files by the names under which they were given. */
  config?: string;
  plugins?: readonly string[];
  pullRequests?: string;
}

export interface Evidence {
  origin: Origin;
  files: readonly EvidenceFile[];
  predicate: object;
}

/** Everything that an auditor can hold of a repository, and of a period where one is named. */
export async function gatherEvidence(request: EvidenceRequest): Promise<Evidence> {
  const { root, rules: index, version, period, asOf, cwd } = request;
  const outcome = await scanFolder({
    paths: [root],
    cwd,
    rules: index,
    select: {},
    ...(asOf !== undefined && { asOf }),
    ...(request.config !== undefined && { config: request.config }),
  });
  const { secrets } = outcome;
  const told =
    period && (await historyOfFolder({ root, rules: index, version, ...(asOf !== undefined && { asOf }), ...period }));
  const history = told && maskedHistory(told, secrets);
  const report = masked(outcome.report, secrets);
  const configuration = configurationOf(outcome, request.config, cwd);
  const plugins = givenFiles(request.plugins ?? [], cwd, secrets, 'plugins/', 'Rules of one’s own, which took part.');
  const predicate = predicateOf(report, [...configuration, ...plugins]);
  const unread = report.problems.filter(({ notice }) => !notice).map(problemText);
  const all = await allRules(index);
  return {
    origin: {
      tool: { name: 'soc2-lint', version },
      asOf: report.asOf,
      repository: report.repository,
      period: period ? { from: period.from, to: period.to } : null,
      range: history?.range ?? null,
      complete: {
        scan: unread.length === 0,
        history: history?.completeness.established ?? null,
        reasons: [...unread, ...(history?.completeness.reasons ?? [])],
      },
      arguments: argumentsOf(request, report.asOf),
    },
    files: [
      ...(await reportsOf(outcome, index)),
      file('oscal/catalog.json', 'The criteria by their ids, in words of our own.', oscalCatalog(all, version)),
      file(
        'oscal/component.json',
        'The rules, and why each is evidence for its criteria.',
        oscalComponent(all, version),
      ),
      ...(history ? await historyFiles(history, all) : []),
      ...(history ? configurationAt(root, history.range, secrets) : []),
      ...configuration,
      ...plugins,
      ...givenFiles(
        request.pullRequests === undefined ? [] : [request.pullRequests],
        cwd,
        secrets,
        '',
        'What the host says of pull requests: the export that was joined to the changes.',
        'pull-requests.json',
      ),
      ...pagesOf(outcome, index, history),
      file(
        predicateFile,
        'What the rules said, rule by rule, as in-toto calls it: for whoever signs the manifest. It is about rules, and about no criterion.',
        `${JSON.stringify(predicate, null, 2)}\n`,
      ),
    ],
    predicate,
  };
}

/** What the command line has to say to make the same once more. */
function argumentsOf({ period, config, plugins = [], pullRequests }: EvidenceRequest, asOf: string | null): string[] {
  const { from, to, branch, sample } = period ?? {};
  const named = {
    from,
    to,
    branch,
    sample: sample === undefined ? undefined : String(sample),
    'pull-requests': pullRequests,
    'as-of': asOf ?? undefined,
    config,
  };
  return [
    ...Object.entries(named).flatMap(([name, value]) => (value === undefined ? [] : [`--${name}`, value])),
    ...plugins.flatMap((name) => ['--plugin', name]),
  ];
}

const reports = [
  ['report.json', 'json', 'Everything that the scan found, unknowns and passes too; the other reports are made of it.'],
  ['report.md', 'markdown', 'The same to read as text.'],
  ['report.html', 'html', 'The same as a page to look at and to print.'],
  ['oscal/assessment-results.json', 'oscal', 'The same as OSCAL assessment results.'],
] as const satisfies readonly (readonly [string, Format, string])[];

async function reportsOf(outcome: FolderOutcome, index: RuleIndex): Promise<EvidenceFile[]> {
  const rules: ReadonlyMap<string, RuleInfo> = ruleInfos(outcome.rules, index);
  const { source, secrets, report } = outcome;
  const context = { source, secrets, rules, color: false, width: 100, verbose: true, quiet: false };
  return Promise.all(
    reports.map(async ([path, format, what]) => file(path, what, await render(format, report, context))),
  );
}

const histories = [
  [
    'history.json',
    'json',
    'The period: when each rule passed and failed for each subject, windows of exposure, reviews, contradictions, exceptions, all changes, what speaks against completeness.',
  ],
  ['history.md', 'markdown', 'The period to read as text.'],
  ['history.html', 'html', 'The same as a page, with a timeline for each criterion.'],
  ['oscal/assessment-results-of-period.json', 'oscal', 'The same as OSCAL assessment results.'],
  ['population.csv', 'csv', 'Every change that came onto the branch in the period, one a line.'],
] as const satisfies readonly (readonly [string, HistoryFormat, string])[];

const historyFiles = (history: History, rules: readonly Rule[]): Promise<EvidenceFile[]> =>
  Promise.all(
    histories.map(async ([path, format, what]) =>
      file(path, what, await renderHistory(format, history, () => Promise.resolve(rules))),
    ),
  );

/** Files that were named on the command line, as they are. Of several with one name the later ones are numbered. */
function givenFiles(
  names: readonly string[],
  cwd: string,
  secrets: readonly string[],
  folder: string,
  what: string,
  called?: string,
): EvidenceFile[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const own = called ?? basename(name);
    let path = folder + own;
    for (let n = 2; taken.has(path); n++) path = `${folder}${n}-${own}`;
    taken.add(path);
    return copied(path, what, readFileSync(resolve(cwd, name)), secrets);
  });
}

/** Pages of the rules that said anything. Those of plugins have none. */
function pagesOf({ report }: FolderOutcome, index: RuleIndex, history: History | undefined): EvidenceFile[] {
  const used = new Set([
    ...report.results.map(({ rule }) => rule),
    ...report.passes.map(({ rule }) => rule),
    ...(history?.perRule ?? []).filter(({ state }) => state !== 'no-occurrence').map(({ rule }) => rule),
  ]);
  return index.entries
    .filter(({ id, domain }) => used.has(id) && domain !== 'plugin')
    .map(({ id, domain }) => {
      const page = rulePage(domain, id);
      if (page === undefined)
        throw new UsageError(`the page of ${id} is not beside this program: install soc2-lint with its folder rules/`);
      return file(`rules/${domain}/${id}.md`, 'What this rule looks at, why, and what it can not show.', page);
    });
}
