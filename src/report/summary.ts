import type { Problem, Report } from '../model/report.ts';
import { severities } from '../model/verdict.ts';
import type { RenderContext } from './context.ts';
import { visible } from './escape.ts';
import { openFindings } from './findings.ts';
import { hang, painter } from './layout.ts';
import { count, thousands } from './words.ts';

/** `3 open: 1 critical, 2 high · 1 unknown · 0 accepted · 412 files read, 1 not`. */
export function countLine({ summary, scope, comparison, results }: Report): string {
  const { open, accepted, inherited, baseline, unknown, files, elsewhere } = summary;
  const total = severities.reduce((sum, severity) => sum + open[severity], 0);
  const bySeverity = severities
    .filter((severity) => open[severity] > 0)
    .map((severity) => `${open[severity]} ${severity}`);
  const ofChange = results.filter(
    (result) =>
      result.disposition === 'open' && result.subject.role === 'system' && (result.introduced || result.touched),
  ).length;
  return [
    `${thousands(total)} open${total > 0 ? `: ${bySeverity.join(', ')}` : ''}`,
    comparison && `${ofChange} of them in this change`,
    `${thousands(unknown)} unknown`,
    !scope.partial && `${thousands(accepted)} accepted`,
    inherited > 0 && `${inherited} waived by other tools' comments`,
    baseline > 0 && `${baseline} in the baseline`,
    elsewhere > 0 && `${elsewhere} in examples, tests and vendored code`,
    `${count(files.read, 'file')} read${files.unread > 0 ? `, ${files.unread} not` : ''}`,
  ]
    .filter((part) => part !== false && part !== undefined)
    .join(' · ');
}

/** What the linter itself could not do, one paragraph each. */
export function problemLines({ problems }: Report, { width, color }: RenderContext): string[] {
  const paint = painter(color);
  return problems.flatMap((problem) => {
    const word = problem.notice ? 'notice' : 'problem';
    const [first, ...rest] = hang(`${word.padEnd(8)}  `, visible(problemText(problem)), width);
    return [first!.replace(word, paint(problem.notice ? 'info' : 'high', word)), ...rest];
  });
}

/** `infra/old.tf:3:1  expected "}"  (CC6.1, CC6.6 may be touched)`. */
export function problemText({ message, location, criteria }: Problem): string {
  const place = location ? `${location.file}:${location.startLine}:${location.startColumn}: ` : '';
  const touched =
    criteria && criteria.length > 0 && criteria.length <= 8 ? ` (could touch ${criteria.join(', ')})` : '';
  return place + message + touched;
}

/** What to do next, for someone who has not set anything up yet. */
export function nextLines(report: Report): string[] {
  if (report.scope.chosen || report.scope.partial) return [];
  const [worst] = openFindings(report);
  const steps: (readonly [string, string])[] = [
    ['soc2-lint init', 'choose categories, say what is kept here'],
    ...(worst && report.summary.baseline === 0
      ? [['soc2-lint baseline create', 'only new findings from now on'] as const]
      : []),
    ...(worst ? [[`soc2-lint explain ${worst.rule}`, 'why it matters, and what good looks like'] as const] : []),
  ];
  const widest = Math.max(...steps.map(([command]) => command.length));
  return steps.map(
    ([command, what], index) => `${index === 0 ? 'next: ' : '      '}${command.padEnd(widest)}  ${what}`,
  );
}
