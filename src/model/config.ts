import type { Category, CriterionId } from '../criteria/catalogue.ts';
import type { FilePlace } from './place.ts';
import type { Engagement } from './report.ts';
import type { Role } from './subject.ts';
import type { Severity } from './verdict.ts';

/** What a repository can declare to hold: inside of such a boundary, what is missing fails. */
export const boundaries = [
  'policies',
  'records',
  'aws-account',
  'azure-subscription',
  'google-project',
  'kubernetes-cluster',
  'github-organization',
  'github-repository',
] as const;
export type Boundary = (typeof boundaries)[number];

export type FailOn = Severity | 'never';

export interface RuleSettings {
  enabled?: boolean;
  severity?: Severity;
  options?: { readonly [name: string]: number | boolean | readonly string[] };
}

/** `.soc2/config.yml`, checked and with defaults. */
export interface Config {
  /** Null: nobody chose, so all five are shown. */
  categories: readonly Category[] | null;
  holds: ReadonlyMap<Boundary, FilePlace>;
  engagement: Engagement;
  system?: {
    name?: string;
    paths?: readonly string[];
    environments?: readonly string[];
    subserviceOrganizations?: readonly string[];
  };
  rules: { readonly [id: string]: RuleSettings };
  roles: readonly { path: string; role: Role }[];
  exclude: readonly string[];
  documents: readonly string[];
  varFiles: readonly { root?: string; file: string }[];
  repository?: { host: string; owner: string; name: string };
  failOn?: FailOn;
  failOnUnknown?: boolean;
  allowIncomplete?: boolean;
  // Of the Action: its inputs go before them.
  annotations?: AnnotationMode;
  comment?: CommentMode;
  diff?: DiffMode;
  summary?: boolean;
  live?: boolean;
}

export const annotationModes = ['auto', 'commands', 'checks', 'none'] as const;
export type AnnotationMode = (typeof annotationModes)[number];

export const commentModes = ['always', 'on-failure', 'never'] as const;
export type CommentMode = (typeof commentModes)[number];

/** Of a change: what it brings or touches; what stands on its lines; in its files; everything. */
export const diffModes = ['auto', 'lines', 'files', 'all'] as const;
export type DiffMode = (typeof diffModes)[number];

/** An entry of `.soc2/exceptions.yml`: exactly one of subject and path. */
export interface ExceptionEntry {
  rule: string;
  aspect?: string;
  subject?: string;
  path?: string;
  reason: string;
  owner?: string;
  approver?: string;
  /** `YYYY-MM-DD`: valid through that day. */
  until?: string;
  at: FilePlace;
}

/** An entry of `.soc2/manual-evidence.yml`: what is kept elsewhere. */
export interface ManualEvidence {
  criterion: CriterionId;
  what: string;
  where: string;
  date: string;
  nextDue?: string;
  at: FilePlace;
}

/** `.soc2/baseline.json`: the failures that stood when it was made. */
export interface Baseline {
  version: 1;
  findings: readonly BaselineEntry[];
}

export interface BaselineEntry {
  fingerprint: string;
  rule: string;
  aspect?: string;
  file: string;
  subject: string;
  item?: string;
}
