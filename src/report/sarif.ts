import type * as Sarif from 'sarif';
import { criteria, criterion, type CriterionId } from '../criteria/catalogue.ts';
import type { Location, Problem, Report, Result } from '../model/report.ts';
import type { Severity } from '../model/verdict.ts';
import type { RenderContext, RuleInfo } from './context.ts';
import { pathUri, visible, visibleJson } from './escape.ts';
import { nameOf, worstFirst } from './findings.ts';
import { problemText } from './summary.ts';

// What code scanning takes: https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning
const mostResults = 25_000;
const mostLocations = 1_000;
const mostTags = 20;

const levels: { readonly [S in Severity]: Sarif.Result.level } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
const problemSeverities: { readonly [S in Severity]: string } = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'recommendation',
  info: 'recommendation',
};
/** Within the bands that code scanning calls critical (over 9), high (7 and up), medium (4 and up) and low. */
const scores: { readonly [S in Severity]: string } = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.5',
  info: '0.5',
};

const taxonomy = { name: 'SOC2-TSC', index: 0, guid: 'ab927d7e-1e58-5503-b7e2-1cc3bda901c0' } as const;
const root = '%SRCROOT%';
/** Code scanning refuses a file in which any result has no location. This one names no file that can exist. */
const nowhere = 'not%20in%20any%20file';

/**
 * SARIF 2.1.0. Failures and, as results to review, what is unknown; passes are left out, because code scanning shows
 * every result as an alert. Examples, tests and vendored code only with `verbose`.
 */
export function sarif(report: Report, context: RenderContext): string {
  const all = report.results.filter(({ subject }) => context.verbose || subject.role === 'system').sort(failuresFirst);
  const results = all.slice(0, mostResults);
  const rules = rulesOf(results, context.rules);
  const used = new Set([
    ...rules.flatMap((rule) => Object.keys(rule.criteria)),
    ...results.flatMap((result) => result.criteria),
  ]);
  const taxa = criteria.filter(({ id }) => used.has(id));
  const ruleIndex = new Map(rules.map(({ id }, index) => [id, index]));
  const taxonIndex = new Map<string, number>(taxa.map(({ id }, index) => [id, index]));
  const taxon = (id: CriterionId) => ({ id, index: taxonIndex.get(id)!, toolComponent: taxonomy });

  const run: Sarif.Run = {
    tool: {
      driver: {
        name: report.tool.name,
        semanticVersion: report.tool.version,
        supportedTaxonomies: [taxonomy],
        rules: rules.map((rule) => descriptorOf(rule, taxon)),
      },
    },
    automationDetails: { id: 'soc2-lint/' },
    taxonomies: [
      {
        name: taxonomy.name,
        guid: taxonomy.guid,
        version: '2017, points of focus revised 2022',
        organization: 'AICPA',
        shortDescription: { text: 'Trust Services Criteria: their identifiers, with titles of our own' },
        isComprehensive: false,
        taxa: taxa.map(({ id, title }) => ({ id, name: id, shortDescription: { text: title } })),
      },
    ],
    originalUriBaseIds: { [root]: { description: { text: 'The scanned folder' } } },
    columnKind: 'utf16CodeUnits',
    ...provenance(context),
    invocations: [
      {
        executionSuccessful: report.problems.every(({ notice }) => notice),
        toolExecutionNotifications: [
          ...report.problems.map(notificationOf),
          ...(all.length > results.length
            ? [note(`${all.length - results.length} results are left out: a run holds ${mostResults}.`)]
            : []),
          ...report.limits.map(note),
        ],
      },
    ],
    results: results.map((result) => resultOf(result, report, ruleIndex.get(result.rule)!, taxon)),
  };
  const log: Sarif.Log = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] };
  return `${visibleJson(JSON.stringify(log, undefined, 1))}\n`;
}

const failuresFirst = (a: Result, b: Result) =>
  Number(a.verdict === 'unknown') - Number(b.verdict === 'unknown') || worstFirst(a, b);

/** All rules that took part, each with the severity that its results have: config may have changed it. */
function rulesOf(results: readonly Result[], known: RenderContext['rules']): RuleInfo[] {
  const rules = new Map(known);
  for (const { rule, severity, do: remedy } of results) {
    const info = rules.get(rule) ?? { id: rule, title: rule, severity, criteria: {}, do: remedy, page: '' };
    if (info.severity !== severity || !rules.has(rule)) rules.set(rule, { ...info, severity });
  }
  return [...rules.values()];
}

type TaxonOf = (id: CriterionId) => Sarif.ReportingDescriptorReference;

function descriptorOf(
  { id, title, severity, criteria: reasons, do: remedy, page }: RuleInfo,
  taxon: TaxonOf,
): Sarif.ReportingDescriptor {
  const ids = Object.keys(reasons) as CriterionId[];
  const why = ids.map((criterionId) => `${criterionId} (${criterion(criterionId).title}): ${reasons[criterionId]}`);
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: [title, ...why].join('\n') },
    help: { text: [remedy, ...why].join('\n\n'), markdown: [remedy, ...why.map((line) => `- ${line}`)].join('\n\n') },
    ...(/^https?:\/\//.test(page) && { helpUri: page }),
    defaultConfiguration: { level: levels[severity] },
    relationships: ids.map((criterionId) => ({
      target: taxon(criterionId),
      // Not `superset`: a pass is evidence for a criterion and never all of it.
      kinds: ['relevant'],
      description: { text: reasons[criterionId]! },
    })),
    properties: {
      tags: [...ids.map((criterionId) => `soc2/${criterionId}`), 'security'].slice(0, mostTags),
      'problem.severity': problemSeverities[severity],
      'security-severity': scores[severity],
    },
  };
}

function resultOf(result: Result, report: Report, ruleIndex: number, taxon: TaxonOf): Sarif.Result {
  const unknown = result.verdict === 'unknown';
  const suppression = suppressionOf(result, report);
  return {
    ruleId: result.rule,
    ruleIndex,
    kind: unknown ? 'review' : 'fail',
    level: unknown ? 'none' : levels[result.severity],
    message: { text: plain(`${result.message} ${result.do}`) },
    locations: [
      {
        physicalLocation: result.location
          ? physical(result.location)
          : { artifactLocation: { uri: nowhere, uriBaseId: root }, region: { startLine: 1 } },
        logicalLocations: [{ fullyQualifiedName: plain(result.subject.name), kind: result.subject.kind }],
      },
    ],
    ...(result.related.length > 0 && {
      relatedLocations: result.related.slice(0, mostLocations - 1).map(({ name, location }, id) => ({
        id,
        physicalLocation: physical(location),
        message: { text: plain(name === 'via' ? 'the value comes from here' : name) },
      })),
    }),
    partialFingerprints: { 'soc2-lint/v2': result.fingerprint },
    taxa: result.criteria.map(taxon),
    ...(suppression && { suppressions: [suppression] }),
    properties: {
      name: nameOf(result),
      severity: result.severity,
      ...(result.item !== undefined && { item: plain(result.item) }),
    },
  };
}

/** Text in which no viewer finds a link: SARIF reads `[text](target)` as one. */
const plain = (text: string): string => visible(text).replaceAll('](', '] (');

function physical({ file, startLine, startColumn, endLine, endColumn }: Location): Sarif.PhysicalLocation {
  return {
    artifactLocation: { uri: pathUri(file), uriBaseId: root },
    region: { startLine, startColumn, endLine, endColumn },
  };
}

function suppressionOf({ disposition, exception }: Result, { exceptions }: Report): Sarif.Suppression | undefined {
  if (disposition === null || disposition === 'open') return undefined;
  if (disposition === 'baseline')
    return { kind: 'external', status: 'accepted', justification: 'In the baseline: known before.' };
  const entry = exception === undefined ? undefined : exceptions[exception];
  if (!entry) return { kind: 'external', status: 'accepted' };
  const details = [
    entry.approver && `approved by ${entry.approver}`,
    entry.until && `until ${entry.until}`,
    entry.tool && `comment for ${entry.tool}`,
  ].filter(Boolean);
  return {
    kind: entry.source === 'register' ? 'external' : 'inSource',
    status: 'accepted',
    justification: plain([entry.reason, ...details].join(', ')),
    location: { physicalLocation: physical(entry.location) },
  };
}

const notificationOf = (problem: Problem): Sarif.Notification => ({
  level: problem.notice ? 'note' : 'error',
  message: { text: plain(problemText(problem)) },
  ...(problem.location && { locations: [{ physicalLocation: physical(problem.location) }] }),
  descriptor: { id: problem.kind },
});

const note = (text: string): Sarif.Notification => ({ level: 'note', message: { text: plain(text) } });

const provenance = ({ links }: RenderContext): Pick<Sarif.Run, 'versionControlProvenance'> =>
  links
    ? {
        versionControlProvenance: [
          {
            repositoryUri: `${links.server}/${links.repository}`,
            revisionId: links.commit,
            mappedTo: { uriBaseId: root },
          },
        ],
      }
    : {};
