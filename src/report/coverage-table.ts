import type { CoverageRow, Report } from '../model/report.ts';
import type { RenderContext } from './context.ts';
import { crop, hang, padEnd, padStart, painter, type Paint } from './layout.ts';
import { allFailures, byCategory, notesOf, readAt, rowsOf, scopeOf, stateOf, tally } from './words.ts';

const asksForWork = ({ state }: CoverageRow) => state === 'gap' || state === 'undetermined' || state === 'accepted';

/** What the repository shows for each criterion. Without `verbose`, what asks for work, and the rest in numbers. */
export function coverageLines(report: Report, context: RenderContext): string[] {
  const coverage = rowsOf(report);
  const paint = painter(context.color);
  const heading = `SOC 2 coverage at ${readAt(report)}`;
  if (!context.verbose && !coverage.some(asksForWork))
    return [
      ...title(heading, scopeOf(report), context, paint),
      ...hang('  ', `${tally(coverage)} (--verbose lists them)`, context.width),
    ];
  const columns = columnsFor(coverage, context.width);
  const lines = title(heading, scopeOf(report), context, paint);
  const tables = byCategory(coverage).map(({ title: name, rows }) => ({
    name,
    shown: context.verbose ? rows : rows.filter(asksForWork),
    hidden: context.verbose ? [] : rows.filter((row) => !asksForWork(row)),
  }));
  for (const { name, shown, hidden } of tables) {
    if (shown.length === 0) continue;
    lines.push(
      '',
      header(name, columns, paint),
      ...shown.flatMap((row) => rowLines(row, columns, context.width, paint)),
    );
    if (hidden.length > 0) lines.push(...hang('  …', tally(hidden), context.width));
  }
  const folded = tables.filter(({ shown }) => shown.length === 0);
  const longest = Math.max(...folded.map(({ name }) => name.length));
  if (folded.length > 0) lines.push('');
  for (const { name, hidden } of folded)
    lines.push(...hang(`${padEnd(name, longest)}  `, tally(hidden), context.width));
  if (!context.verbose) lines.push('', paint('faint', '(--verbose lists every criterion)'));
  return lines;
}

function title(left: string, right: string, { width }: RenderContext, paint: Paint): string[] {
  const gap = width - left.length - right.length;
  return gap >= 3
    ? [paint('strong', left) + ' '.repeat(gap) + paint('faint', right)]
    : [paint('strong', left), ...hang('  ', right, width)];
}

interface Columns {
  title: number;
  reach: number;
}

const idWidth = 5;
const countWidths = [6, 6, 9] as const;
const reachWidth = 'document'.length;
const longestState = 'gap, worst critical'.length;

/** Titles give way first; below that, the reach, which never changes for a criterion. */
function columnsFor(rows: readonly CoverageRow[], width: number): Columns {
  const longest = Math.max(...rows.map((row) => row.title.length));
  const counts = countWidths.reduce((sum, n) => sum + n, 0);
  const left = width - 2 - idWidth - 2 - counts - 2 - longestState;
  const withReach = left - reachWidth - 2;
  return withReach >= Math.min(longest, 34)
    ? { title: Math.min(longest, withReach), reach: reachWidth }
    : { title: Math.max(16, Math.min(longest, left)), reach: 0 };
}

function header(name: string, columns: Columns, paint: Paint): string {
  const counts = ['pass', 'fail', 'unknown'].map((word, index) => padStart(word, countWidths[index]!)).join('');
  const reach = columns.reach > 0 ? '  reach' : '';
  return paint('strong', padEnd(name, 2 + idWidth + 2 + columns.title)) + paint('faint', counts + reach);
}

function rowLines(row: CoverageRow, columns: Columns, width: number, paint: Paint): string[] {
  const numbers = [row.counts.pass, allFailures(row), row.counts.unknown];
  const counts = numbers.map((n, index) => padStart(String(n), countWidths[index]!)).join('');
  const reach = columns.reach > 0 ? `  ${padEnd(row.reach, columns.reach)}` : '';
  const left = `  ${padEnd(row.criterion, idWidth)}  ${padEnd(crop(row.title, columns.title), columns.title)}${counts}${reach}  `;
  const state = stateOf(row);
  const tone = row.state === 'gap' ? row.worst : row.state === 'undetermined' ? 'unknown' : undefined;
  const shown = left + (tone ? paint(tone, state) : state);
  const notes = notesOf(row);
  if (notes === '') return [shown];
  return left.length + state.length + notes.length + 3 <= width
    ? [`${shown} (${notes})`]
    : [shown, ...hang(' '.repeat(2 + idWidth + 2), `(${notes})`, width)];
}
