import type { Report } from '../model/report.ts';
import { sha256, type EvidenceFile } from './manifest.ts';

/**
 * What the rules said, as in-toto's test-result: `PASSED` is about the rules that ran and about no criterion. A rule warns
 * where something could not be told or was accepted.
 */
export function predicateOf(report: Report, configuration: readonly EvidenceFile[]) {
  const own = report.results.filter(({ subject }) => subject.role === 'system');
  const failed = rulesIn(own.filter(({ verdict, disposition }) => verdict === 'fail' && disposition !== 'accepted'));
  const warned = rulesIn(own).filter((rule) => !failed.includes(rule));
  const told = new Set([...failed, ...warned]);
  const passed = rulesIn(report.passes).filter((rule) => !told.has(rule));
  const whole = report.problems.every(({ notice }) => notice) && warned.length === 0 && passed.length > 0;
  return {
    result: failed.length > 0 ? 'FAILED' : whole ? 'PASSED' : 'WARNED',
    configuration: [
      { name: report.tool.name, uri: `pkg:npm/${report.tool.name}@${report.tool.version}` },
      ...configuration.map(({ path, bytes }) => ({ name: path, digest: { sha256: sha256(bytes) } })),
    ],
    passedTests: passed,
    warnedTests: warned,
    failedTests: failed,
  };
}

const rulesIn = (entries: readonly { rule: string }[]): string[] =>
  [...new Set(entries.map(({ rule }) => rule))].sort();
