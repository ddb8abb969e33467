import type { CriterionId, Category, Reach, Route } from '../criteria/catalogue.ts';
import type { UnknownReason } from './fact.ts';
import type { FilePlace } from './place.ts';
import type { Role } from './subject.ts';
import type { Severity } from './verdict.ts';

/** A place as the report writes it. Lines and columns from 1; the end column is the first one outside. */
export interface Location {
  file: string;
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

export const locationOf = (place: FilePlace): Location => ({ file: place.file, ...place.span });

/**
 * What the linter itself could not do. `criteria` are the ones it could have touched; without them it is about the
 * whole scan. `dialect` names the reader that claimed the file.
 */
export interface Problem {
  kind: 'parse' | 'too-large' | 'too-deep' | 'encoding' | 'unreadable' | 'rule' | 'not-scanned' | 'comment';
  message: string;
  location?: Location;
  dialect?: string;
  criteria?: readonly CriterionId[];
  /** A notice does not make the scan incomplete (a nested repository that is left out on purpose). */
  notice?: true;
}

/** For failures only. `inherited`: waived by another tool's comment, quiet but still a gap. */
export type Disposition = 'open' | 'accepted' | 'inherited' | 'baseline';

export interface Result {
  rule: string;
  aspect?: string;
  item?: string;
  verdict: 'fail' | 'unknown';
  severity: Severity;
  criteria: readonly CriterionId[];
  /** What is wrong; for an unknown, what could not be worked out. The first sentence stands alone. */
  message: string;
  /** What to do about it. */
  do: string;
  /** At the caret. */
  label?: string;
  /** Of an unknown. */
  reason?: UnknownReason;
  subject: { kind: string; name: string; role: Role };
  location: Location | null;
  related: readonly { name: string; location: Location }[];
  disposition: Disposition | null;
  /** Index into `exceptions`. */
  exception?: number;
  introduced?: boolean;
  touched?: boolean;
  fingerprint: string;
}

export interface ReportException {
  /** `baseline`: an entry that the change under review adds to it. */
  source: 'register' | 'inline' | 'inherited' | 'baseline';
  rule: string;
  aspect?: string;
  subject?: string;
  path?: string;
  tool?: string;
  reason: string;
  owner?: string;
  approver?: string;
  /** `YYYY-MM-DD`: valid through that day. */
  until?: string;
  location: Location;
  state: 'used' | 'unused' | 'expired' | 'not-checked' | 'no-equivalent' | 'invalid';
  /** Added by the change under review. */
  new?: true;
}

export type CoverageState =
  | 'out-of-scope'
  | 'outside-repository'
  | 'gap'
  | 'undetermined'
  | 'accepted'
  | 'evidence'
  | 'supporting-evidence'
  | 'nothing-to-judge';

export interface CoverageRow {
  criterion: CriterionId;
  category: Category;
  title: string;
  state: CoverageState;
  /** Which way evidence for it mostly comes. */
  route: Route;
  reach: Reach;
  /** Of the failures that aren't accepted. */
  worst?: Severity;
  /** Subjects, not items: a subject counts once a rule and aspect, by its worst verdict. */
  counts: {
    pass: number;
    fail: { open: number; accepted: number; inherited: number; baseline: number };
    unknown: number;
  };
  /** Files that could not be read and might have said something here. */
  unread: number;
  /** Of failures that aren't accepted, by severity. */
  bySeverity?: { [S in Severity]?: number };
  /** What must come from elsewhere. */
  elsewhere: string;
  /** Entries of the manual-evidence file for this criterion. */
  manual?: readonly { what: string; where: string; date: string; nextDue?: string; overdue?: boolean }[];
}

export interface Engagement {
  type: 'I' | 'II' | null;
  asOf?: string;
  period?: { from: string; to: string };
}

export interface Report {
  schemaVersion: 1;
  tool: { name: 'soc2-lint'; version: string };
  asOf: string | null;
  engagement: Engagement;
  repository: { commit: string | null; dirty: boolean | null };
  scope: {
    categories: readonly Category[];
    /** Nobody chose: all five are shown. */
    chosen: boolean;
    partial: boolean;
    /** The criteria or rules the run was limited to. */
    criteria?: readonly CriterionId[];
    rules?: readonly string[];
  };
  system?: { name: string };
  subjects: readonly { kind: string; name: string; role: Role; provider?: string; location: Location | null }[];
  results: readonly Result[];
  passes: readonly { rule: string; aspect?: string; subjects: readonly number[] }[];
  problems: readonly Problem[];
  /** Named once each: remote modules, templates without a renderer. */
  unresolved: readonly { name: string; reason: UnknownReason; location: Location }[];
  exceptions: readonly ReportException[];
  limits: readonly string[];
  inventory: readonly InventoryEntry[];
  summary: Summary;
  coverage: readonly CoverageRow[];
  /** Only with `--diff`. */
  comparison?: {
    base: string;
    mode: 'objects' | 'lines';
    coverage: readonly { criterion: CriterionId; before: CoverageState; after: CoverageState }[];
  };
}

export interface InventoryEntry {
  kind: string;
  plural: string;
  provider: string;
  role: Role;
  count: number;
}

export interface Summary {
  files: { listed: number; read: number; unread: number };
  /** Of role `system`. */
  open: { [S in Severity]: number };
  accepted: number;
  inherited: number;
  baseline: number;
  unknown: number;
  passes: number;
  subjects: number;
  rules: number;
  /** Failures in examples, tests and vendored code: not in any count above. */
  elsewhere: number;
}
