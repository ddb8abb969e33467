import type { Report, Result } from '../model/report.ts';
import { compareSeverity } from '../model/verdict.ts';
import type { RenderContext } from './context.ts';
import { coverageLines } from './coverage-table.ts';
import { visible } from './escape.ts';
import { findingPrinter } from './finding-block.ts';
import { blocksOf, compareText, groupBy, isOfThisChange, openFindings, worstFirst, type Block } from './findings.ts';
import { hookLines } from './hook.ts';
import { hang, padEnd, padStart, painter } from './layout.ts';
import { countLine, nextLines, problemLines } from './summary.ts';
import { unknownLines } from './unknowns.ts';
import { count } from './words.ts';

/** Longer lines are hard to read, however wide the window is. */
const widest = 120;
const narrowest = 60;
/** Blocks in full without `verbose`, in all and of one rule: the first screens show what kinds of things are wrong. */
const shownInFull = 20;
const shownOfRule = 3;

/** The report for a person at a terminal: findings, what is unknown, problems, coverage, one line of counts. */
export function text(report: Report, given: RenderContext): string {
  const context = { ...given, width: Math.max(narrowest, Math.min(widest, given.width)) };
  if (report.scope.partial && !context.verbose) return `${hookLines(report, context).join('\n')}\n`;
  const paragraphs = context.quiet
    ? [...findingParagraphs(report, context), [countLine(report)]]
    : [
        ...findingParagraphs(report, context),
        ...(context.verbose ? waivedAndElsewhere(report, context) : []),
        ...unknownLines(report, context),
        problemLines(report, context),
        newWaiverLines(report, context),
        ...ending(report, context),
        nextLines(report),
      ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

/** The coverage and the counts: together where the coverage is no table, so that a clean run is about five lines. */
function ending(report: Report, context: RenderContext): string[][] {
  const coverage = report.scope.partial ? [] : coverageLines(report, context);
  const counts = closing(report, context);
  return coverage.includes('') ? [coverage, counts] : [[...coverage, ...counts]];
}

function findingParagraphs(report: Report, context: RenderContext): string[][] {
  const open = openFindings(report);
  const ofChange = open.filter((result) => isOfThisChange(report, result));
  const shown = context.verbose ? open : ofChange;
  const blocks = blocksOf(shown);
  const full = context.verbose ? blocks : chosenBlocks(blocks);
  const print = findingPrinter(report, context);
  const paragraphs = full.map(print);
  const rest = blocks.filter((block) => !full.includes(block));
  if (rest.length > 0) paragraphs.push(restLines(rest, context));
  const standing = open.length - shown.length;
  if (standing > 0)
    paragraphs.push([
      `${count(standing, 'open finding')} elsewhere, not of this change (--verbose shows ${standing === 1 ? 'it' : 'them'})`,
    ]);
  return paragraphs;
}

/** What is shown in full: the first of each rule, the worst before the others. One block is never left out alone. */
function chosenBlocks(blocks: readonly Block[]): readonly Block[] {
  const ofRule = new Map<string, number>();
  const chosen = blocks.filter(({ results: [{ rule }] }) => {
    const number = (ofRule.get(rule) ?? 0) + 1;
    ofRule.set(rule, number);
    return number <= shownOfRule;
  });
  const full = chosen.slice(0, shownInFull);
  return blocks.length - full.length <= 1 ? blocks : full;
}

/** Counts by rule for what is not shown in full. */
function restLines(blocks: readonly Block[], { color }: RenderContext): string[] {
  const paint = painter(color);
  const results = blocks.flatMap((block) => block.results);
  const rows = groupBy(results, ({ severity, rule }) => `${severity} ${rule}`).sort(
    ([a], [b]) => compareSeverity(a.severity, b.severity) || compareText(a.rule, b.rule),
  );
  const name = Math.max(...rows.map(([first]) => first.rule.length));
  return [
    `${count(results.length, 'more finding')} (--verbose shows ${results.length === 1 ? 'it' : 'them'} in full)`,
    ...rows.map((same) => {
      const [first] = same;
      const files = new Set(same.flatMap(({ location }) => location?.file ?? []));
      const where = files.size > 1 ? `in ${files.size} files` : [...files].map(visible).join('');
      return `  ${paint(first.severity, padEnd(first.severity, 8))}  ${padEnd(first.rule, name)}  ${padStart(String(same.length), 4)}  ${where}`.trimEnd();
    }),
  ];
}

/** Failures that somebody waived, and those outside of the system itself: for `--verbose`. */
function waivedAndElsewhere(report: Report, context: RenderContext): string[][] {
  const failures = report.results.filter(({ verdict }) => verdict === 'fail').sort(worstFirst);
  const waived = failures.filter(({ subject, disposition }) => subject.role === 'system' && disposition !== 'open');
  const elsewhere = failures.filter(({ subject }) => subject.role !== 'system');
  const print = findingPrinter(report, context);
  const section = (heading: string, results: readonly Result[]) =>
    results.length === 0 ? [] : [[painter(context.color)('strong', heading)], ...blocksOf(results).map(print)];
  return [
    ...section('Waived, or known before:', waived),
    ...section('In examples, tests and vendored code (not counted):', elsewhere),
  ];
}

/** A waiver that the change under review brings is never hidden. */
const newWaiverLines = ({ exceptions }: Report, { width }: RenderContext): string[] =>
  exceptions
    .filter((entry) => entry.new)
    .flatMap((entry) => {
      const what = [entry.rule, entry.aspect].filter(Boolean).join('/');
      const of = entry.subject ?? entry.path;
      const until = entry.until ? `, until ${entry.until}` : '';
      return hang('new waiver  ', visible(`${what}${of ? ` for ${of}` : ''}${until}: ${entry.reason}`), width);
    });

const closing = (report: Report, context: RenderContext): string[] => [
  ...hang('', countLine(report), context.width).map((line) => painter(context.color)('strong', line)),
  ...hang('', visible(report.limits.join(' ')), context.width),
];
