import type { Location, Report } from '../model/report.ts';

type Placed = { location?: Location | null };

/** The report with paths from the top of the repository, as GitHub names files, where a folder below it was scanned. */
export function fromTop(report: Report, prefix: string): Report {
  if (prefix === '') return report;
  const moved = (location: Location): Location => ({ ...location, file: prefix + location.file });
  const placed = <T extends Placed>(thing: T): T =>
    thing.location ? { ...thing, location: moved(thing.location) } : thing;
  return {
    ...report,
    subjects: report.subjects.map(placed),
    results: report.results.map((result) => ({ ...placed(result), related: result.related.map(placed) })),
    problems: report.problems.map(placed),
    unresolved: report.unresolved.map(placed),
    exceptions: report.exceptions.map(placed),
  };
}
