import type { Report, Result } from '../model/report.ts';
import type { RenderContext } from './context.ts';
import { markup } from './escape.ts';
import { compareText, firstSentence, isOfThisChange, nameOf, placeOf, worstFirst } from './findings.ts';
import { problemText } from './summary.ts';
import { count, settle } from './words.ts';

/** Passes that are listed. GitLab takes 500,000 cases; nobody reads that many, and a page of them has to load. */
const mostPasses = 20_000;

interface Case {
  /** GitLab shows it as the name of the suite, Jenkins as the class. */
  of: string;
  name: string;
  outcome?: { element: 'failure' | 'error' | 'skipped'; type?: string; message: string; text: string };
}

/**
 * JUnit XML, as Jenkins' schema (`junit-10.xsd`) has it: a suite for each rule, a case for each subject and aspect. What is
 * open fails; what is unknown, waived or not of this change is skipped, with the reason; what could not be read is an
 * error. https://docs.gitlab.com/ci/testing/unit_test_reports/#junit-xml-format-specification
 */
export function junit(report: Report, context: RenderContext): string {
  const { cases: passes, missing } = passing(report);
  const ours = report.results.filter(({ subject }) => subject.role === 'system').sort(worstFirst);
  const cases = [...ours.map((result) => caseOf(result, report, context)), ...passes];
  const rules = [...new Set([...context.rules.keys(), ...cases.map(({ of }) => of)])];
  const suites = [
    suite('scan', scanCases(report), [
      ...report.limits,
      ...(missing > 0 ? [`${count(missing, 'pass', 'passes')} more: they are in the JSON report.`] : []),
    ]),
    ...rules.flatMap((rule) => {
      const ofRule = cases.filter(({ of }) => of === rule);
      return ofRule.length === 0 ? [] : [suite(rule, ofRule, [context.rules.get(rule)?.title ?? rule])];
    }),
  ];
  const totals = totalsOf([...scanCases(report), ...cases]);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="soc2-lint" tests="${totals.tests}" failures="${totals.failures}" errors="${totals.errors}">
${suites.join('\n')}
</testsuites>
`;
}

function totalsOf(cases: readonly Case[]) {
  const n = (element: string) => cases.filter(({ outcome }) => outcome?.element === element).length;
  return { tests: cases.length, failures: n('failure'), errors: n('error'), skipped: n('skipped') };
}

function suite(name: string, cases: readonly Case[], said: readonly string[]): string {
  const { tests, failures, errors, skipped } = totalsOf(cases);
  const used = new Map<string, number>();
  // GitLab ignores a case whose name is there already.
  const named = cases.map((entry) => {
    const n = (used.get(entry.name) ?? 0) + 1;
    used.set(entry.name, n);
    return n === 1 ? entry : { ...entry, name: `${entry.name} (${n})` };
  });
  return [
    `  <testsuite name="${markup(name)}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}">`,
    ...named.map(caseLines),
    `    <system-out>${said.map(markup).join('\n')}</system-out>`,
    '  </testsuite>',
  ].join('\n');
}

function caseLines({ of, name, outcome }: Case): string {
  const head = `    <testcase classname="${markup(of)}" name="${markup(name)}"`;
  if (!outcome) return `${head}/>`;
  const { element, type, message, text } = outcome;
  const kind = type === undefined ? '' : ` type="${markup(type)}"`;
  const lines = text.split('\n').map(markup).join('\n');
  return `${head}><${element}${kind} message="${markup(message)}">${lines}</${element}></testcase>`;
}

/** Whether everything could be read: a case for what could not, or one that passes. */
function scanCases({ problems }: Report): Case[] {
  const errors = problems
    .filter(({ notice }) => !notice)
    .map((problem): Case => ({
      of: 'scan',
      name: `${problem.kind}: ${problem.location?.file ?? problem.message}`,
      outcome: { element: 'error', type: problem.kind, message: problem.message, text: problemText(problem) },
    }));
  return errors.length > 0 ? errors : [{ of: 'scan', name: 'everything could be read' }];
}

function caseOf(result: Result, report: Report, { rules }: RenderContext): Case {
  const { rule, aspect, item, subject, location } = result;
  return {
    of: rule,
    name: caseName(aspect, [subject.name, item].filter(Boolean).join(', '), location?.file),
    outcome: outcomeOf(result, report, rules),
  };
}

/** No line in it: the name is what two runs are compared by. */
const caseName = (aspect: string | undefined, subject: string, file: string | undefined): string =>
  `${aspect === undefined ? '' : `${aspect}: `}${subject}${file === undefined ? '' : ` (${file})`}`;

function outcomeOf(result: Result, report: Report, rules: RenderContext['rules']): NonNullable<Case['outcome']> {
  const skipped = (why: string) => ({ element: 'skipped', message: why, text: details(result, rules) }) as const;
  if (result.verdict === 'unknown')
    return skipped(`unknown: ${result.message}${result.reason ? ` ${settle(result.reason)}` : ''}`);
  if (result.disposition !== 'open') return skipped(waiver(result, report));
  if (!isOfThisChange(report, result)) return skipped('open, and not of this change');
  return {
    element: 'failure',
    type: result.severity,
    message: firstSentence(result.message),
    text: details(result, rules),
  };
}

function waiver({ disposition, exception }: Result, { exceptions }: Report): string {
  if (disposition === 'baseline') return 'in the baseline: known before, not yet dealt with';
  const entry = exception === undefined ? undefined : exceptions[exception];
  const word = disposition === 'inherited' ? "waived by another tool's comment" : 'accepted';
  return entry ? `${word}${entry.until === undefined ? '' : ` until ${entry.until}`}: ${entry.reason}` : word;
}

function details(result: Result, rules: RenderContext['rules']): string {
  const { message, do: remedy, criteria, severity, related } = result;
  const reasons = rules.get(result.rule)?.criteria;
  return [
    `${severity} ${nameOf(result)}`,
    placeOf(result),
    message,
    `do: ${remedy}`,
    ...criteria.map((id) => (reasons?.[id] === undefined ? id : `${id}: ${reasons[id]}`)),
    ...related.map(({ name, location }) => `${name === 'via' ? 'the value comes' : name}: ${placeOf({ location })}`),
  ]
    .filter((line) => line !== undefined)
    .join('\n');
}

function passing({ passes, subjects }: Report): { cases: Case[]; missing: number } {
  const all = passes.flatMap(({ rule, aspect, subjects: indexes }) =>
    indexes
      .map((index) => subjects[index]!)
      .filter(({ role }) => role === 'system')
      .map(({ name, location }): Case => ({ of: rule, name: caseName(aspect, name, location?.file) })),
  );
  const cases = all.slice(0, mostPasses).sort((a, b) => compareText(a.of, b.of));
  return { cases, missing: all.length - cases.length };
}
