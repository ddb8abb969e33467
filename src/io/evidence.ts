import { baselineFile, configFile, exceptionsFile, manualEvidenceFile } from '../config/load.ts';
import { UsageError } from '../config/usage-error.ts';
import type { EvidenceFile, Origin } from '../evidence/manifest.ts';
import { predicateFile } from '../evidence/manifest.ts';
import { predicateOf } from '../evidence/predicate.ts';
import type { History } from '../history/history.ts';
import type { RuleInfo } from '../report/context.ts';
import { visibleJson } from '../report/escape.ts';
import { populationCsv } from '../report/history/csv.ts';
import { historyMarkdown } from '../report/history/words.ts';
import { render, type Format } from '../report/index.ts';
import { masked, secretPattern } from '../report/mask.ts';
import { oscalCatalog } from '../report/oscal/catalog.ts';
import { oscalComponent } from '../report/oscal/component.ts';
import { problemText } from '../report/summary.ts';
import type { RuleIndex } from '../rule/entry.ts';
import { historyOfFolder } from './history-folder.ts';
import { rulePage } from './page.ts';
import { ruleInfos } from '../report/context.ts';
import { scanFolder, type FolderOutcome } from './scan-folder.ts';

export interface EvidenceRequest {
  /** The folder that is scanned, absolute. */
  root: string;
  rules: RuleIndex;
  version: string;
  period?: { from: string; to: string };
  asOf?: string;
}

export interface Evidence {
  origin: Origin;
  files: readonly EvidenceFile[];
  predicate: object;
}

/** Everything that an auditor can hold of a repository, and of a period where one is named. */
export async function gatherEvidence(request: EvidenceRequest): Promise<Evidence> {
  const { root, rules: index, version, period, asOf } = request;
  const outcome = await scanFolder({
    paths: [root],
    cwd: root,
    rules: index,
    select: {},
    ...(asOf !== undefined && { asOf }),
  });
  const history = period && (await historyOfFolder({ ...request, ...period }));
  const report = masked(outcome.report, outcome.secrets);
  const configuration = configurationOf(outcome);
  const predicate = predicateOf(report, configuration);
  const unread = report.problems.filter(({ notice }) => !notice).map(problemText);
  return {
    origin: {
      tool: { name: 'soc2-lint', version },
      asOf: report.asOf,
      repository: report.repository,
      period: period ?? null,
      range: history?.range ?? null,
      complete: {
        scan: unread.length === 0,
        history: history?.completeness.established ?? null,
        reasons: [...unread, ...(history?.completeness.reasons ?? [])],
      },
      arguments: [
        ...(period ? ['--from', period.from, '--to', period.to] : []),
        ...(report.asOf === null ? [] : ['--as-of', report.asOf]),
      ],
    },
    files: [
      ...(await reportsOf(outcome, index)),
      ...(await oscalFiles(index, version)),
      ...(history ? historyFiles(maskedIn(history, outcome.secrets)) : []),
      ...configuration,
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

const file = (path: string, what: string, text: string): EvidenceFile => ({ path, what, bytes: Buffer.from(text) });

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

async function oscalFiles(index: RuleIndex, version: string): Promise<EvidenceFile[]> {
  const domains = [...new Set(index.entries.map(({ domain }) => domain))];
  const rules = (await Promise.all(domains.map((domain) => index.load(domain)))).flat();
  return [
    file('oscal/catalog.json', 'The criteria by their ids, in words of our own.', oscalCatalog(rules, version)),
    file(
      'oscal/component.json',
      'The rules, and why each is evidence for its criteria.',
      oscalComponent(rules, version),
    ),
  ];
}

/** With every text masked: names of subjects and titles of commits can hold a secret. */
function maskedIn(history: History, secrets: readonly string[]): History {
  const pattern = secretPattern(secrets);
  if (!pattern) return history;
  const mask = (_: string, value: unknown) => (typeof value === 'string' ? value.replace(pattern, '••••') : value);
  return JSON.parse(JSON.stringify(history), mask) as History;
}

const historyFiles = (history: History): EvidenceFile[] => [
  file(
    'history.json',
    'The period: when each rule passed and failed for each subject, windows of exposure, all changes, what speaks against completeness.',
    `${visibleJson(JSON.stringify(history, null, 2))}\n`,
  ),
  file('history.md', 'The period to read as text.', historyMarkdown(history)),
  file('population.csv', 'Every change that came onto the branch in the period, one a line.', populationCsv(history)),
];

const configured = [
  [configFile, 'The settings of the scan.'],
  [exceptionsFile, 'What is accepted, by whom and until when.'],
  [manualEvidenceFile, 'Where the evidence is kept that no repository holds.'],
  [baselineFile, 'What was known before and does not fail.'],
] as const;

/** As they are, but for secrets. */
function configurationOf({ input: { files }, secrets }: FolderOutcome): EvidenceFile[] {
  const pattern = secretPattern(secrets);
  return configured.flatMap(([name, what]): EvidenceFile[] => {
    const bytes = files.read(name);
    if (!bytes) return [];
    const text = Buffer.from(bytes).toString('utf8');
    const shown = pattern ? text.replace(pattern, '••••') : text;
    const path = `configuration/${name.replace('.soc2/', '')}`;
    return shown === text ? [{ path, what, bytes }] : [{ ...file(path, what, shown), masked: true }];
  });
}

/** Pages of the rules that said anything. */
function pagesOf({ report }: FolderOutcome, index: RuleIndex, history: History | undefined): EvidenceFile[] {
  const used = new Set([
    ...report.results.map(({ rule }) => rule),
    ...report.passes.map(({ rule }) => rule),
    ...(history?.perRule ?? []).map(({ rule }) => rule),
  ]);
  return index.entries
    .filter(({ id }) => used.has(id))
    .map(({ id, domain }) => {
      const page = rulePage(domain, id);
      if (page === undefined)
        throw new UsageError(`the page of ${id} is not beside this program: install soc2-lint with its folder rules/`);
      return file(`rules/${domain}/${id}.md`, 'What this rule looks at, why, and what it can not show.', page);
    });
}
