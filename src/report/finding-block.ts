import { criterion } from '../criteria/catalogue.ts';
import type { Report, Result } from '../model/report.ts';
import type { RenderContext } from './context.ts';
import { visible } from './escape.ts';
import { groupBy, nameOf, placeOf, type Block } from './findings.ts';
import { beside, frames } from './frames.ts';
import { hang, painter, widthOf, type Tone } from './layout.ts';

/** The widest severity word; what follows it lines up. */
const severityWidth = 'critical'.length;
const relatedShown = 4;
const instancesShown = 6;

/**
 * Prints findings in full: what, where, the code, why it matters, what to do. The criteria's reasons stand with the
 * first finding of a rule only, and so does what to do where it is the same.
 */
export function findingPrinter(report: Report, context: RenderContext): (block: Block) => string[] {
  const paint = painter(context.color);
  const frame = frames(context, paint);
  const explained = new Set<string>();
  const paragraph = (label: string, text: string) => {
    const [first, ...rest] = hang(`  ${label.padEnd(5)}  `, visible(text), context.width);
    return [first!.replace(label, () => paint('strong', label)), ...rest];
  };

  return ({ results }) => {
    const [first] = results;
    const statements = statementsOf(results);
    const place = placeOf(first);
    const lines = [
      ...headline(first.severity, nameOf(first), first.message, context),
      ...(place === undefined ? [] : [`  ${paint('faint', visible(place))}`]),
    ];
    const drawn = first.location ? frame(first.location, first.label) : [];
    const related = relatedLines(results, context.verbose);
    lines.push(...drawn, ...related.map((line) => (drawn.length > 0 ? beside(line, paint) : `  ${line}`)));
    for (const [other] of statements.slice(1)) lines.push(...paragraph('also', `${nameOf(other)}: ${other.message}`));
    const instances = [
      ...new Set(statements.flatMap((statement) => statement.slice(1)).map(({ subject }) => subject.name)),
    ];
    const others = instances.filter((name) => name !== first.subject.name);
    if (others.length > 0)
      lines.push(...paragraph('also', `the same in ${listed(others, context.verbose ? Infinity : instancesShown)}`));
    lines.push(...waiverLines(report, first, paragraph));
    lines.push(...criteriaLines(first, context, explained, paragraph));
    for (const remedy of new Set(results.map((result) => result.do))) {
      if (explained.has(`${first.rule} ${remedy}`)) continue;
      explained.add(`${first.rule} ${remedy}`);
      lines.push(...paragraph('do', remedy));
    }
    return lines;
  };
}

/** `severity  rule/aspect  message`, with the message below where the line would be too long. */
export function headline(tone: Tone, name: string, message: string, { color, width }: RenderContext): string[] {
  const paint = painter(color);
  const text = visible(message);
  const head = `${paint(tone, tone.padEnd(severityWidth))}  ${paint('strong', name)}`;
  const oneLine = severityWidth + 2 + widthOf(name) + 2 + widthOf(text);
  return oneLine <= width ? [`${head}  ${text}`] : [head, ...hang('  ', text, width)];
}

/** `a, b and 3 more`. */
export function listed(names: readonly string[], shown: number): string {
  const more = names.length - shown;
  return more > 0 ? `${names.slice(0, shown).join(', ')} and ${more} more` : names.join(', ');
}

/** What is said, each with the results that say it: several where a module has instances. */
const statementsOf = (results: readonly Result[]) =>
  groupBy(results, ({ aspect, item }) => JSON.stringify([aspect, item]));

/** The other places, with what each is. The engine calls a value's way `via` and a module call `called here`. */
function relatedLines(results: readonly Result[], verbose: boolean): string[] {
  const seen = new Set<string>();
  const lines = results
    .flatMap(({ related }) => related)
    .flatMap(({ name, location }) => {
      const line = visible(`${name === 'via' ? 'the value comes' : name}: ${placeOf({ location })}`);
      if (seen.has(line)) return [];
      seen.add(line);
      return [line];
    });
  const shown = verbose ? lines.length : relatedShown;
  return lines.length > shown ? [...lines.slice(0, shown), `and ${lines.length - shown} more places`] : lines;
}

type Paragraph = (label: string, text: string) => string[];

function criteriaLines(
  { rule, criteria }: Result,
  { rules }: RenderContext,
  explained: Set<string>,
  paragraph: Paragraph,
) {
  if (criteria.length === 0) return [];
  if (explained.has(rule)) return [`  ${criteria.join('  ')}`];
  explained.add(rule);
  const reasons = rules.get(rule)?.criteria;
  return criteria.flatMap((id) => paragraph(id, reasons?.[id] ?? criterion(id).title));
}

function waiverLines({ exceptions }: Report, { disposition, exception }: Result, paragraph: Paragraph): string[] {
  if (disposition === 'baseline') return paragraph('kept', 'in the baseline: known before, not yet dealt with');
  const entry = exception === undefined ? undefined : exceptions[exception];
  if (!entry) return [];
  const who = [
    entry.approver && `approved by ${entry.approver}`,
    entry.tool && `comment for ${entry.tool}`,
    entry.until && `until ${entry.until}`,
  ];
  const note = who.filter(Boolean).join(', ');
  return paragraph(disposition === 'inherited' ? 'quiet' : 'kept', `${entry.reason}${note === '' ? '' : ` (${note})`}`);
}
