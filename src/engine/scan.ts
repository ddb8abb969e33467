import type { Category } from '../criteria/catalogue.ts';
import type { Files } from '../dialects/dialect.ts';
import type { Baseline, Config, ExceptionEntry, ManualEvidence } from '../model/config.ts';
import type { LiveFacts } from '../model/live.ts';
import type { Progress } from '../model/progress.ts';
import type { Problem, Report } from '../model/report.ts';
import type { RuleIndex } from '../rule/entry.ts';
import type { Rule } from '../rule/rule.ts';
import { assemble } from './assemble.ts';
import { applyBaseline } from './baseline.ts';
import type { Selection } from './choose-rules.ts';
import { compare } from './compare.ts';
import { coverageOf } from './cover.ts';
import { changesOf } from './diff.ts';
import { applyExceptions } from './exceptions.ts';
import { judge } from './judge.ts';
import { markNewWaivers, newInBaseline } from './new-waivers.ts';
import type { Memo } from './memo.ts';
import { judgeRecords, type Records } from './records.ts';
import { secretsShown } from './secrets.ts';

/** What git says of the tree. */
export interface GitFacts {
  commit: string | null;
  dirty: boolean | null;
  /** The day on which each of these files was changed last, `YYYY-MM-DD`, for as many of them as git can tell. */
  lastChanges?(paths: readonly string[]): ReadonlyMap<string, string>;
}

export interface ScanInput {
  files: Files;
  /** These files only, and what is needed to evaluate them: no coverage, no rules over the whole. */
  only?: readonly string[];
  /** What to compare with. Without its files, touched lines alone decide. */
  base?: Base;
  facts: { git?: GitFacts; live?: LiveFacts };
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
  progress?: Progress;
  /** Of a history: what was worked out of an earlier tree under the same configuration. It never changes what is said. */
  memo?: Memo;
}

/** The state that a change is compared with, and what `.soc2/` held there. */
export interface Base extends Records {
  name: string;
  files: Files | null;
  diff: string | null;
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
  const head = await judged(input, input.files, input, input.problems);
  const base = input.base?.files ? await judged(input, input.base.files, input.base, []) : null;
  const waivers = [...head.exceptions];
  if (input.base) {
    const changes = changesOf(input.base.diff);
    compare(head.judged, base?.judged ?? null, changes);
    markNewWaivers(waivers, base?.exceptions ?? null, changes);
    if (base) waivers.push(...newInBaseline(input.baseline, input.base.baseline, changes));
  }
  const coverage = coverageOf(head, input);
  const before = base && coverageOf(base, { ...input, manualEvidence: input.base!.manualEvidence });
  const results = head.judged.map(({ result }) => result);
  return {
    report: assemble(input, head, { exceptions: waivers, coverage, before }),
    rules: head.rules.map(({ rule }) => rule),
    secrets: secretsShown(results, head.subjects, head.tree.texts.peek),
    source: head.tree.texts.peek,
  };
}

/** What the rules say of one state of the tree, with the records that were kept there: a scan without its report. */
export async function judged(input: ScanInput, files: Files, records: Records, problems: readonly Problem[]) {
  const findings = await judge(input, files, problems);
  const exceptions = applyExceptions(findings, { ...input, ...records });
  const judgement = await judgeRecords(findings, exceptions, input, records);
  applyBaseline(judgement.judged, records.baseline);
  return { ...judgement, exceptions };
}
