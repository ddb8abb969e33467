import { categories } from '../criteria/catalogue.ts';
import type { Resource } from '../dialects/dialect.ts';
import { shownPlace } from '../model/place.ts';
import { locationOf, type CoverageRow, type Report, type ReportException, type Result } from '../model/report.ts';
import { compareSeverity } from '../model/verdict.ts';
import { version } from '../version.ts';
import { isChosen } from './choose-rules.ts';
import { inventory } from './inventory.ts';
import type { Judgement } from './judge.ts';
import { limits } from './limits.ts';
import type { ScanInput } from './scan.ts';
import { summarise } from './summary.ts';

interface Parts {
  exceptions: readonly ReportException[];
  coverage: readonly CoverageRow[];
  /** Coverage of the base, where its files were at hand. */
  before: readonly CoverageRow[] | null;
}

/** Puts together what the steps found. */
export function assemble(input: ScanInput, judgement: Judgement, { exceptions, coverage, before }: Parts): Report {
  const { tree, subjects, judged, passes, problems, rules } = judgement;
  const { config, select, only, facts } = input;
  const results = judged.map(({ result }) => result).sort(worstFirst);
  const listed = only?.length ?? input.files.list().length;
  const head = {
    asOf: input.asOf,
    engagement: config.engagement,
    repository: { commit: facts.git?.commit ?? null, dirty: facts.git?.dirty ?? null },
    scope: {
      categories: categories.filter((name) => isChosen(name, judgement.categories)),
      chosen: judgement.categories !== null,
      partial: only !== undefined,
      ...(select.criteria && { criteria: select.criteria }),
      ...(select.rules && { rules: select.rules }),
    },
    summary: summarise(results, passes, subjects, { listed, ...filesRead(judgement) }, rules.length),
  };
  const { summary, ...first } = head;
  return {
    schemaVersion: 1,
    tool: { name: 'soc2-lint', version },
    ...first,
    ...(config.system?.name !== undefined && { system: { name: config.system.name } }),
    subjects: subjects.map(({ kind, name, role, provider, at }) => {
      const place = shownPlace(at);
      return {
        kind,
        name,
        role,
        ...(provider !== undefined && { provider }),
        location: place ? locationOf(place) : null,
      };
    }),
    results,
    passes,
    problems,
    unresolved: tree.unresolved.map(({ name, reason, at }) => ({ name, reason, location: locationOf(at) })),
    exceptions,
    limits: limits(head, isModule(tree.resources), facts.live?.api),
    inventory: inventory(subjects),
    summary,
    coverage,
    ...(input.base && {
      comparison: {
        base: input.base.name,
        mode: before ? 'objects' : 'lines',
        coverage: before ? changes(before, coverage) : [],
      },
    }),
  };
}

/** A file that could be decoded and not understood was not read. */
function filesRead({ tree, problems }: Judgement): { read: number; unread: number } {
  const { read, unread } = tree.texts.count();
  const broken = new Set(
    problems
      .filter(({ kind, notice, location }) => location && !notice && (kind === 'parse' || kind === 'too-deep'))
      .map(({ location }) => location!.file),
  );
  return { read: Math.max(0, read - broken.size), unread: unread + broken.size };
}

/** Failures before unknowns, the worst first, then by place. */
function worstFirst(a: Result, b: Result): number {
  if (a.verdict !== b.verdict) return a.verdict === 'fail' ? -1 : 1;
  return (
    compareSeverity(a.severity, b.severity) ||
    byText(a.location?.file ?? '', b.location?.file ?? '') ||
    (a.location?.startLine ?? 0) - (b.location?.startLine ?? 0) ||
    (a.location?.startColumn ?? 0) - (b.location?.startColumn ?? 0) ||
    byText(a.rule, b.rule) ||
    byText(a.aspect ?? '', b.aspect ?? '') ||
    byText(a.subject.name, b.subject.name) ||
    byText(a.item ?? '', b.item ?? '')
  );
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const changes = (before: readonly CoverageRow[], after: readonly CoverageRow[]) =>
  after.flatMap(({ criterion, state }, index) => {
    const former = before[index]!.state;
    return former === state ? [] : [{ criterion, before: former, after: state }];
  });

/** A Terraform module at the root: it has inputs and configures no provider of its own. */
function isModule(resources: readonly Resource[]): boolean {
  const root = resources.filter((r) => r.dialect === 'terraform' && r.role === 'system' && r.program.root === '');
  return root.some(({ type }) => type === 'variable') && !root.some(({ type }) => type.startsWith('provider.'));
}
