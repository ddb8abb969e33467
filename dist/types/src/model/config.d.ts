import type { Category, CriterionId } from '../criteria/catalogue.js';
import type { FilePlace } from './place.js';
import type { Engagement } from './report.js';
import type { Role } from './subject.js';
import type { Severity } from './verdict.js';
/** What a repository can declare to hold: inside of such a boundary, what is missing fails. */
export declare const boundaries: readonly ["policies", "records", "aws-account", "azure-subscription", "google-project", "kubernetes-cluster", "github-organization", "github-repository"];
export type Boundary = (typeof boundaries)[number];
export type FailOn = Severity | 'never';
export interface RuleSettings {
    enabled?: boolean;
    severity?: Severity;
    options?: {
        readonly [name: string]: number | boolean | readonly string[];
    };
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
    rules: {
        readonly [id: string]: RuleSettings;
    };
    roles: readonly {
        path: string;
        role: Role;
    }[];
    exclude: readonly string[];
    documents: readonly string[];
    varFiles: readonly {
        root?: string;
        file: string;
    }[];
    repository?: {
        host: string;
        owner: string;
        name: string;
    };
    failOn?: FailOn;
    failOnUnknown?: boolean;
    allowIncomplete?: boolean;
    annotations?: AnnotationMode;
    comment?: CommentMode;
    diff?: DiffMode;
    summary?: boolean;
    live?: boolean;
}
export declare const annotationModes: readonly ["auto", "commands", "checks", "none"];
export type AnnotationMode = (typeof annotationModes)[number];
export declare const commentModes: readonly ["always", "on-failure", "never"];
export type CommentMode = (typeof commentModes)[number];
/** Of a change: what it brings or touches; what stands on its lines; in its files; everything. */
export declare const diffModes: readonly ["auto", "lines", "files", "all"];
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
