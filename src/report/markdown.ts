import { criterion, type CriterionId } from '../criteria/catalogue.ts';
import type { CoverageRow, Report, Result } from '../model/report.ts';
import type { RenderContext } from './context.ts';
import { markdown as escaped, markdownCode as code, pathUri } from './escape.ts';
import { fitted, type Part } from './fit.ts';
import { blocksOf, isOfThisChange, nameOf, openFindings, unknownsOf, type Block } from './findings.ts';
import { countLine, problemText } from './summary.ts';
import {
  allFailures,
  byCategory,
  count,
  notesOf,
  readAt,
  rowsOf,
  scopeOf,
  settle,
  stateOf,
  stateWords,
  tally,
} from './words.ts';

/** A job summary takes 1 MiB a step, all of it or none; the margin is for what else the step writes. */
const defaultLimit = 1024 * 1024 - 16 * 1024;
/** In full without `verbose`; the others are one line each. */
const shownInFull = 50;

/** The summary of a run: what a change does where there is one to compare, else what the repository shows. */
export function markdown(report: Report, context: RenderContext): string {
  const parts = report.comparison ? changeParts(report, context) : wholeParts(report, context);
  return fitted(parts, context.limit ?? defaultLimit);
}

function wholeParts(report: Report, context: RenderContext): Part[] {
  const open = openFindings(report);
  const { scope } = report;
  return [
    scope.partial ? '## SOC 2: some files' : `## SOC 2 coverage at ${readAt(report)}`,
    scope.partial ? '' : `In scope: ${scopeOf(report)}. ${tally(rowsOf(report))}.`,
    open.length > 0 ? `### ${count(open.length, 'open finding')}` : 'No finding is open.',
    ...findingParts(open, context),
    ...coverageParts(report),
    ...unknownParts(report, context),
    ...problemParts(report),
    ...waiverParts(report),
    ...exceptionParts(report),
    closing(report),
  ];
}

function changeParts(report: Report, context: RenderContext): Part[] {
  const open = openFindings(report);
  const ofChange = open.filter((result) => isOfThisChange(report, result));
  const elsewhere = open.filter((result) => !isOfThisChange(report, result));
  return [
    `## SOC 2: ${headingOf(report, ofChange.length)}`,
    changeTable(report),
    report.comparison?.mode === 'lines'
      ? 'The base could not be read: findings are compared by changed lines alone.'
      : '',
    ofChange.length === 0 ? 'No open finding is of this change.' : '',
    ...findingParts(ofChange, context),
    ...waiverParts(report),
    ...folded(
      `${count(elsewhere.length, 'open finding')} ${elsewhere.length === 1 ? 'stands' : 'stand'} elsewhere in the repository`,
      blocksOf(elsewhere).map((block) => findingLine(block, context)),
    ),
    ...coverageParts(report),
    ...unknownParts(report, context),
    ...problemParts(report),
    ...exceptionParts(report),
    closing(report),
  ];
}

type Change = NonNullable<Report['comparison']>['coverage'][number];

const changesOf = ({ comparison }: Report): Change[] =>
  (comparison?.coverage ?? []).filter(({ before, after }) => before !== after);

function headingOf(report: Report, findings: number): string {
  const changes = changesOf(report);
  const opened = changes.filter(({ after }) => after === 'gap').length;
  const closed = changes.filter(({ before }) => before === 'gap').length;
  if (report.comparison?.mode === 'lines') return `${count(findings, 'open finding')} on changed lines`;
  if (opened === 0 && closed === 0) return 'this change opens no gap';
  const parts = [opened > 0 && `opens ${count(opened, 'gap')}`, closed > 0 && `closes ${count(closed, 'gap')}`];
  return `this change ${parts.filter(Boolean).join(' and ')}`;
}

/** Gaps that open first, then gaps that close, then the rest. */
function changeTable(report: Report): string {
  const weight = ({ before, after }: Change) => (after === 'gap' ? 0 : before === 'gap' ? 1 : 2);
  const changes = changesOf(report).sort((a, b) => weight(a) - weight(b));
  if (changes.length === 0) return '';
  const rows = changes.map(({ criterion: id, before, after }) => {
    const row = report.coverage.find((entry) => entry.criterion === id);
    const now = row ? stateWithCount(row) : stateWords[after];
    return `| ${criterionName(id)} | ${stateWords[before]} | ${after === 'gap' ? now.replace('gap', '**gap**') : now} |`;
  });
  return ['| | before | after |', '|---|---|---|', ...rows].join('\n');
}

const criterionName = (id: CriterionId) => `**${id}** ${escaped(criterion(id).title)}`;

const stateWithCount = (row: CoverageRow) =>
  stateOf(row) + (row.state === 'evidence' || row.state === 'supporting-evidence' ? ` (${row.counts.pass})` : '');

function findingParts(results: readonly Result[], context: RenderContext): Part[] {
  const blocks = blocksOf(results);
  const full = context.verbose ? blocks : blocks.slice(0, shownInFull);
  const rest = blocks.slice(full.length);
  return [
    {
      items: full.map((block) => finding(block, context)),
      between: '\n\n',
      more: (n) => `…and ${count(n, 'more finding')}: the JSON report holds all of them.`,
    },
    ...folded(
      `${count(rest.length, 'more finding')}`,
      rest.map((block) => findingLine(block, context)),
    ),
  ];
}

/** `**high** rule/aspect: message (place)`, then why and what to do. */
function finding({ results }: Block, context: RenderContext): string {
  const [first] = results;
  const messages = [...new Set(results.map((result) => result.message))];
  const reasons = context.rules.get(first.rule)?.criteria;
  const why = first.criteria.map((id) => `${id}: ${escaped(reasons?.[id] ?? criterion(id).title)}`);
  const shown = messages
    .slice(0, 5)
    .map((message) => (messages.length > 1 ? `- ${escaped(message)}` : escaped(message)));
  const more = messages.length > 5 ? [`- …and ${messages.length - 5} more`] : [];
  const head = `**${first.severity}** ${code(nameOf(first))}${place(first, context)}`;
  return [
    messages.length > 1 ? `${head}\n\n${[...shown, ...more].join('\n')}\n` : `${head}: ${shown[0]}`,
    ...[...new Set(results.map((result) => result.do))].map((remedy) => `do: ${escaped(remedy)}`),
    ...why,
  ]
    .join('<br>\n')
    .replaceAll('\n<br>', '\n');
}

function findingLine({ results }: Block, context: RenderContext): string {
  const [first] = results;
  const more = results.length > 1 ? ` (and ${results.length - 1} more at the same place)` : '';
  return `- **${first.severity}** ${code(nameOf(first))}${place(first, context)}: ${escaped(first.message)}${more}`;
}

function place({ location }: Pick<Result, 'location'>, { links }: RenderContext): string {
  if (!location) return '';
  const text = code(`${location.file}:${location.startLine}`);
  if (!links) return ` (${text})`;
  const path = pathUri(location.file).replace(/[()]/g, (bracket) => (bracket === '(' ? '%28' : '%29'));
  return ` ([${text}](${links.server}/${links.repository}/blob/${links.commit}/${path}#L${location.startLine}))`;
}

function coverageParts(report: Report): Part[] {
  const inScope = rowsOf(report).filter(({ state }) => state !== 'out-of-scope');
  const tables = byCategory(inScope).map(({ title, rows }) =>
    [
      `#### ${title}`,
      '',
      '| criterion | pass | fail | unknown | reach | state |',
      '|---|--:|--:|--:|---|---|',
      ...rows.map(
        (row) =>
          `| ${criterionName(row.criterion)} | ${row.counts.pass} | ${allFailures(row)} | ${row.counts.unknown} | ${row.reach} | ${stateCell(row)} |`,
      ),
    ].join('\n'),
  );
  return folded(`All criteria in scope (${inScope.length})`, tables, '\n\n');
}

function stateCell(row: CoverageRow): string {
  const notes = notesOf(row);
  const manual = (row.manual ?? []).map(
    ({ what, where, date, overdue }) =>
      `recorded: ${escaped(what)}, ${escaped(where)}, ${escaped(date)}${overdue ? ' (overdue)' : ''}`,
  );
  return [row.state === 'gap' ? `**${stateOf(row)}**` : stateOf(row), ...(notes ? [notes] : []), ...manual].join('; ');
}

function unknownParts(report: Report, context: RenderContext): Part[] {
  const unknowns = unknownsOf(report);
  const lines = unknowns.map(
    (result) => `- ${code(nameOf(result))}${place(result, context)}: ${escaped(`${result.message} ${result.do}`)}`,
  );
  const unfollowed = report.unresolved.map(
    ({ name, reason, location }) =>
      `- not followed: ${code(name)}${place({ location }, context)}, ${escaped(settle(reason))}`,
  );
  const title = [
    unknowns.length > 0 && `${count(unknowns.length, 'thing')} could not be judged`,
    unfollowed.length > 0 && `${unfollowed.length} could not be followed`,
  ].filter(Boolean);
  return folded(title.join(', '), [...lines, ...unfollowed]);
}

function problemParts({ problems }: Report): Part[] {
  const lines = problems.map((problem) => `- ${problem.notice ? 'notice: ' : ''}${escaped(problemText(problem))}`);
  return lines.length === 0
    ? []
    : ['### Problems of the scan', { items: lines, between: '\n', more: (n) => `- …and ${n} more` }];
}

/** Waivers that the change brings: never folded. */
function waiverParts({ exceptions }: Report): Part[] {
  const lines = exceptions
    .filter((entry) => entry.new)
    .map(
      (entry) => `New waiver in this change: ${waiver(entry)}${ended(entry)}${acceptedBy(entry)}: ${reasonOf(entry)}`,
    );
  return lines.length === 0
    ? []
    : [{ items: lines, between: '<br>\n', more: (n) => `…and ${count(n, 'more new waiver')}` }];
}

/** An exception that ends within so many days is due to be looked at again. */
const soon = 30;

/** What is accepted: what ends soon in sight, and all that accepts something, with who accepted it and until when. */
function exceptionParts({ exceptions, asOf }: Report): Part[] {
  const own = exceptions.filter(({ source }) => source === 'register' || source === 'inline');
  const ending = own
    .filter(({ state, until }) => state !== 'expired' && isSoon(until, asOf))
    .sort((a, b) => (a.until! < b.until! ? -1 : a.until! > b.until! ? 1 : 0))
    .map(
      (entry) =>
        `- ${waiver(entry)}${ended(entry)} (${left(entry.until!, asOf!)})${acceptedBy(entry)}: ${reasonOf(entry)}`,
    );
  const used = own
    .filter(({ state }) => state === 'used')
    .map((entry) => `- ${waiver(entry)}${ended(entry)}${acceptedBy(entry)}: ${reasonOf(entry)}`);
  const more = (n: number) => `- …and ${n} more`;
  return [
    ...(ending.length > 0
      ? [`### ${count(ending.length, 'exception')} ${ending.length === 1 ? 'ends' : 'end'} within ${soon} days`]
      : []),
    ...(ending.length > 0 ? [{ items: ending, between: '\n', more }] : []),
    ...folded(`${count(used.length, 'exception')} in use`, used),
  ];
}

const daysTo = (until: string, asOf: string): number =>
  Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${asOf}T00:00:00Z`)) / 86_400_000);

const isSoon = (until: string | undefined, asOf: string | null): boolean =>
  until !== undefined && asOf !== null && daysTo(until, asOf) >= 0 && daysTo(until, asOf) <= soon;

/** It is valid through its last day. */
function left(until: string, asOf: string): string {
  const days = daysTo(until, asOf);
  return days === 0 ? 'today' : `${count(days, 'day')} left`;
}

type Exception = Report['exceptions'][number];

function waiver({ rule, aspect, subject, path }: Exception): string {
  const of = subject ?? path;
  return (
    code(nameOf(aspect === undefined ? { rule } : { rule, aspect })) + (of === undefined ? '' : ` for ${code(of)}`)
  );
}

const ended = ({ until }: Exception): string => (until ? `, until ${escaped(until)}` : ', without an end');

const acceptedBy = ({ approver, owner }: Exception): string =>
  approver ? `, by ${escaped(approver)}` : owner ? `, owned by ${escaped(owner)}` : '';

const reasonOf = ({ reason }: Exception): string => `"${escaped(reason)}"`;

/** Closed until somebody asks for it; nothing where there is nothing to fold. */
function folded(title: string, items: readonly string[], between = '\n'): Part[] {
  return items.length === 0
    ? []
    : [
        {
          before: `<details><summary>${title}</summary>\n\n`,
          items,
          between,
          after: '\n\n</details>',
          more: (n) => `…and ${n} more: the JSON report holds all of them.`,
        },
      ];
}

const closing = (report: Report): string =>
  `${countLine(report)}. Read at ${readAt(report)}. ${escaped(report.limits.join(' '))}`;
