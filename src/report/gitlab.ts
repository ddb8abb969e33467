import { createHash } from 'node:crypto';
import type { Problem, Report, Result } from '../model/report.ts';
import type { Severity } from '../model/verdict.ts';
import { visible, visibleJson } from './escape.ts';
import { nameOf, openFindings } from './findings.ts';

/** One entry of a Code Quality report. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
interface Issue {
  description: string;
  check_name: string;
  fingerprint: string;
  severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  location: { path: string; lines: { begin: number; end?: number } };
}

const severities: { readonly [S in Severity]: Issue['severity'] } = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
};

/** GitLab drops an entry without a path. This one names no file that can exist. */
const nowhere = 'not in any file';

/**
 * GitLab's Code Quality report: what is open, and what the scan could not read. All of it with a comparison too: GitLab
 * takes the report of the target branch away itself, and would call what is missing here resolved. There is no entry
 * for what is unknown: the format has only problems.
 */
export function gitlab(report: Report): string {
  const used = new Map<string, number>();
  // GitLab shows only the first of the entries with the same fingerprint.
  const issues = [
    ...openFindings(report).map(issueOf),
    ...report.problems.filter(({ notice }) => !notice).map(problemOf),
  ].map((issue) => {
    const n = (used.get(issue.fingerprint) ?? 0) + 1;
    used.set(issue.fingerprint, n);
    return n === 1 ? issue : { ...issue, fingerprint: hash([issue.fingerprint, n]) };
  });
  return issues.length === 0
    ? '[]\n'
    : `[\n${issues.map((issue) => visibleJson(JSON.stringify(issue))).join(',\n')}\n]\n`;
}

function issueOf(result: Result): Issue {
  const { message, do: remedy, criteria, severity, fingerprint, location } = result;
  const supports = criteria.length > 0 ? ` (${criteria.join(', ')})` : '';
  return {
    description: visible(`${message} ${remedy}${supports}`),
    check_name: visible(nameOf(result)),
    fingerprint,
    severity: severities[severity],
    location: location
      ? { path: visible(location.file), lines: { begin: location.startLine, end: location.endLine } }
      : { path: nowhere, lines: { begin: 1 } },
  };
}

const problemOf = ({ kind, message, location }: Problem): Issue => ({
  description: visible(`Not judged: ${message}`),
  check_name: `scan/${kind}`,
  fingerprint: hash([kind, location?.file ?? null, message]),
  severity: 'major',
  location: { path: visible(location?.file ?? nowhere), lines: { begin: location?.startLine ?? 1 } },
});

const hash = (key: unknown) => createHash('sha256').update(JSON.stringify(key)).digest('hex');
