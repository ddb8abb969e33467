import type { Category } from '../criteria/catalogue.ts';
import type { Files } from '../dialects/dialect.ts';
import type { Baseline, Config, ExceptionEntry, ManualEvidence } from '../model/config.ts';
import type { Problem, Report } from '../model/report.ts';
import type { RuleIndex } from '../rule/entry.ts';
import type { Rule } from '../rule/rule.ts';
import { assemble } from './assemble.ts';
import { applyBaseline } from './baseline.ts';
import type { Selection } from './choose-rules.ts';
import { compare } from './compare.ts';
import { coverageOf } from './cover.ts';
import { changedLines } from './diff.ts';
import { applyExceptions } from './exceptions.ts';
import { judge } from './judge.ts';
import { secretsShown } from './secrets.ts';

export interface ScanInput {
  files: Files;
  /** These files only, and what is needed to evaluate them: no coverage, no rules over the whole. */
  only?: readonly string[];
  /** What to compare with. Without its files, touched lines alone decide. */
  base?: { name: string; files: Files | null; diff: string | null };
  facts: { git?: { commit: string | null; dirty: boolean | null } };
  config: Config;
  exceptions: readonly ExceptionEntry[];
  manualEvidence: readonly ManualEvidence[];
  baseline: Baseline | null;
  rules: RuleIndex;
  /** `YYYY-MM-DD`: the only "today" there is. */
  asOf: string | null;
  select: Selection & { categories?: readonly Category[] };
  /** What listing the files found already. */
  problems: readonly Problem[];
}

export interface ScanOutcome {
  report: Report;
  /** The rules that took part, for reporters. */
  rules: readonly Rule[];
  /** Texts that no output may hold. */
  secrets: readonly string[];
  /** The text of a file that was read, for code frames. */
  source(file: string): string | undefined;
}

/** Judges a tree. A function of what it is given: no file system, network or clock of its own. */
export async function scan(input: ScanInput): Promise<ScanOutcome> {
  const head = await judge(input, input.files, input.problems);
  const results = head.judged.map(({ result }) => result);
  const exceptions = applyExceptions(head, input);
  applyBaseline(results, input.baseline);
  const base = input.base?.files ? await judge(input, input.base.files, []) : null;
  if (base) applyExceptions(base, input);
  if (input.base) compare(head.judged, base?.judged ?? null, changedLines(input.base.diff));
  const coverage = coverageOf(head, input);
  const before = base && coverageOf(base, input);
  return {
    report: assemble(input, head, { exceptions, coverage, before }),
    rules: head.rules.map(({ rule }) => rule),
    secrets: secretsShown(results, head.tree.texts.peek),
    source: head.tree.texts.peek,
  };
}
