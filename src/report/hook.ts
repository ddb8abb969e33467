import type { Report, Result } from '../model/report.ts';
import type { RenderContext } from './context.ts';
import { visible } from './escape.ts';
import { blocksOf, isOfThisChange, nameOf, openFindings } from './findings.ts';
import { hang, painter, widthOf } from './layout.ts';
import { countLine, problemLines } from './summary.ts';

/** A scan of some files, as a commit hook prints it: two or three lines a finding and one line at the end. */
export function hookLines(report: Report, context: RenderContext): string[] {
  const findings = openFindings(report).filter((result) => isOfThisChange(report, result));
  return [
    ...(findings.length === 0 ? [] : blocksOf(findings).flatMap(({ results }) => findingLines(results, context))),
    ...(context.quiet ? [] : problemLines(report, context)),
    countLine(report),
  ];
}

function findingLines(results: readonly [Result, ...Result[]], { color, width }: RenderContext): string[] {
  const paint = painter(color);
  const [first] = results;
  const place = first.location ? `  ${visible(first.location.file)}:${first.location.startLine}` : '';
  const name = nameOf(first);
  const head = `${paint(first.severity, first.severity)}  ${paint('strong', name)}${place}`;
  const messages = [...new Set(results.map(({ message }) => visible(message)))];
  const fits =
    messages.length === 1 && first.severity.length + 2 + widthOf(name + place) + 2 + widthOf(messages[0]!) <= width;
  return [
    ...(fits ? [`${head}  ${messages[0]}`] : [head, ...messages.flatMap((message) => hang('      ', message, width))]),
    ...[...new Set(results.map((result) => result.do))].flatMap((remedy) => hang('      do: ', visible(remedy), width)),
  ];
}
