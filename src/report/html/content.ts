import type { CriterionId } from '../../criteria/catalogue.ts';
import type { Report, Result } from '../../model/report.ts';
import { compareSeverity, type Severity } from '../../model/verdict.ts';
import type { RenderContext, RuleInfo } from '../context.ts';
import { blocksOf, unknownsOf, worstFirst, type Block } from '../findings.ts';
import { rowsOf } from '../words.ts';
import { excerpts, type Excerpts } from './excerpt.ts';
import { anchor } from './markup.ts';
import { budget, most } from './size.ts';

/** What a rule found in the system itself. */
export interface RuleContent {
  id: string;
  title: string;
  /** Why a pass is evidence, for each criterion. */
  reasons: RuleInfo['criteria'];
  criteria: readonly CriterionId[];
  page: string;
  severity: Severity;
  open: readonly Block[];
  waived: readonly Block[];
  unknown: readonly Result[];
  passes: readonly { aspect: string | undefined; subjects: readonly Subject[] }[];
  counts: { open: number; waived: number; unknown: number; pass: number };
}

type Subject = Report['subjects'][number];

/** Everything that the sections of the page are made of, looked up once. */
export interface Content {
  report: Report;
  context: RenderContext;
  /** Rules that had something to judge, what asks for work first. */
  rules: readonly RuleContent[];
  /** Rules that had nothing to judge. */
  idle: readonly RuleInfo[];
  /** The criteria that the page has a place for. */
  criteria: ReadonlySet<CriterionId>;
  excerpt: Excerpts;
  /** Where a finding stands on the page; undefined for what is only counted. */
  idOf(block: Block): string | undefined;
  /** Whether the code of a finding is shown. */
  inFull(block: Block): boolean;
}

export function contentOf(report: Report, context: RenderContext): Content {
  const all = rulesOf(report, context.rules);
  const rules = all.filter(({ counts }) => counts.open + counts.waived + counts.unknown + counts.pass > 0);
  const ids = new Map<Block, string>();
  const full = new Set<Block>();
  const takeFull = budget(most.findingsInFull);
  const takeLines = budget(most.findingLines);
  const used = new Set<string>();
  for (const { open, waived } of rules) {
    for (const block of takeFull(open, most.findingsInFullOfRule).kept) full.add(block);
    const lines = [...open.filter((block) => !full.has(block)), ...waived];
    for (const block of [...open.filter((block) => full.has(block)), ...takeLines(lines, most.findingLinesOfRule).kept])
      ids.set(block, unused(`finding-${anchor(block.results[0].fingerprint.slice(0, 12))}`, used));
  }
  return {
    report,
    context,
    rules,
    idle: [...context.rules.values()].filter(({ id }) => !rules.some((rule) => rule.id === id)),
    criteria: new Set(rowsOf(report).map(({ criterion }) => criterion)),
    excerpt: excerpts(context),
    idOf: (block) => ids.get(block),
    inFull: (block) => full.has(block),
  };
}

function unused(id: string, used: Set<string>): string {
  let free = id;
  for (let n = 2; used.has(free); n++) free = `${id}-${n}`;
  used.add(free);
  return free;
}

function rulesOf(report: Report, known: RenderContext['rules']): RuleContent[] {
  const ours = report.results.filter(({ subject }) => subject.role === 'system').sort(worstFirst);
  const failures = byRule(ours.filter(({ verdict }) => verdict === 'fail'));
  const unknowns = byRule(unknownsOf(report));
  const passes = byRule(report.passes);
  const ids = new Set([...known.keys(), ...failures.keys(), ...unknowns.keys(), ...passes.keys()]);
  return [...ids]
    .map((id): RuleContent => {
      const info = known.get(id);
      const fails = failures.get(id) ?? [];
      const open = fails.filter(({ disposition }) => disposition === 'open');
      const waived = fails.filter(({ disposition }) => disposition !== 'open');
      const unknown = unknowns.get(id) ?? [];
      const passed = (passes.get(id) ?? [])
        .map(({ aspect, subjects }) => ({
          aspect,
          subjects: subjects.map((index) => report.subjects[index]!).filter(({ role }) => role === 'system'),
        }))
        .filter(({ subjects }) => subjects.length > 0);
      const [first] = [...fails, ...unknown];
      return {
        id,
        title: info?.title ?? id,
        reasons: info?.criteria ?? {},
        criteria: info ? (Object.keys(info.criteria) as CriterionId[]) : (first?.criteria ?? []),
        page: info?.page ?? '',
        // Config may have changed it, and results say so.
        severity: first?.severity ?? info?.severity ?? 'info',
        open: blocksOf(open),
        waived: blocksOf(waived),
        unknown,
        passes: passed,
        counts: {
          open: open.length,
          waived: waived.length,
          unknown: unknown.length,
          pass: passed.reduce((sum, { subjects }) => sum + subjects.length, 0),
        },
      };
    })
    .map((rule, index) => ({ rule, index }))
    .sort((a, b) => askFor(a.rule, b.rule) || a.index - b.index)
    .map(({ rule }) => rule);
}

/** The worst open finding first, then what is unknown, then what somebody waived, then passes alone. */
function askFor(a: RuleContent, b: RuleContent): number {
  const group = ({ counts: { open, unknown, waived } }: RuleContent) =>
    open > 0 ? 0 : unknown > 0 ? 1 : waived > 0 ? 2 : 3;
  const worst = ({ open }: RuleContent) => open[0]?.results[0];
  const [first, second] = [worst(a), worst(b)];
  return (
    group(a) - group(b) ||
    (first && second ? compareSeverity(first.severity, second.severity) : 0) ||
    b.counts.open - a.counts.open
  );
}

function byRule<T extends { rule: string }>(entries: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const entry of entries) {
    const same = map.get(entry.rule);
    if (same) same.push(entry);
    else map.set(entry.rule, [entry]);
  }
  return map;
}
