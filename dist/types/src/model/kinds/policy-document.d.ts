import type { Fact } from '../fact.js';
import type { FilePlace } from '../place.js';
/** Something that stands in a document: a few words, and where. */
export interface Passage {
    text: string;
    at: FilePlace;
}
/** A link to a file of the repository. */
export interface DocumentLink {
    target: string;
    found: boolean;
    at: FilePlace;
}
export type Topic = 'tls-minimum' | 'change-approvals' | 'access-review' | 'log-retention' | 'backup-retention' | 'restore-test' | 'password-length' | 'customer-notice' | 'authority-notice' | 'recovery-time' | 'recovery-point' | 'retention-period' | 'request-deadline' | 'risk-review' | 'vendor-review' | 'training' | 'key-rotation' | 'vulnerability-deadline' | 'encryption-at-rest' | 'object-retention' | 'branch-bypass' | 'blocking-scans' | 'backup-frequency' | 'backup-region' | 'second-factor' | 'alarm-route' | 'audit-logging' | 'data-region';
/** A figure that a document commits to: the sentence, and the figure in one unit a topic. */
export interface Statement {
    topic: Topic;
    /**
     * TLS versions and counts as they are; periods and cadences in days or hours; 1: it is so. Unknown where the sentence hedges or
     * states several figures.
     */
    value: Fact<number>;
    /** `most`: no more than that, where a figure usually is the least. */
    bound?: 'most';
    /** Where on the map: names as in `Region.within`, one of which it has to lie in. */
    places?: readonly string[];
    /** The figure in words: `90 days`, `every quarter`. */
    figure: string;
    /** What exactly it is about, where there are several kinds of it: `audit`, of logs. Only the same are compared. */
    of?: string;
    quote: string;
    /** The title of the document. */
    document: string;
    at: FilePlace;
}
/** A scale for likelihood and impact: numbers from one to another, or words. */
export interface RatingScale {
    from?: number;
    to?: number;
    words?: readonly string[];
    quote: string;
    at: FilePlace;
}
/** An address at which something is to be reported. */
export interface Contact {
    /** For what, as a sentence goes on behind "for": `reports of incidents`. */
    purpose: string;
    address: string;
    at: FilePlace;
}
export declare const statements: import("../kind.js").Trait<readonly Statement[]>;
export declare const policyDocument: import("../kind.js").Kind<"policy-document", {
    policy: import("../kind.js").Trait<"processing-integrity" | "confidentiality" | "privacy" | "information-security" | "policy-management" | "code-of-conduct" | "roles" | "personnel" | "training" | "acceptable-use" | "risk" | "access-control" | "authentication" | "remote-access" | "encryption" | "classification" | "retention" | "change-management" | "development" | "vulnerabilities" | "logging" | "incident-response" | "continuity" | "backup" | "vendors" | "physical" | "assets" | "network" | "capacity" | "system-description" | undefined>;
    statements: import("../kind.js").Trait<readonly Statement[]>;
    owner: import("../kind.js").Trait<Fact<string | undefined>>;
    approver: import("../kind.js").Trait<Fact<string | undefined>>;
    author: import("../kind.js").Trait<Fact<string | undefined>>;
    draft: import("../kind.js").Trait<Fact<boolean | undefined>>;
    version: import("../kind.js").Trait<Fact<string | undefined>>;
    versionInHistory: import("../kind.js").Trait<Fact<string | undefined>>;
    reviewedOn: import("../kind.js").Trait<Fact<string | undefined>>;
    changedOn: import("../kind.js").Trait<Fact<string>>;
    nextReviewOn: import("../kind.js").Trait<Fact<string | undefined>>;
    reviewEveryDays: import("../kind.js").Trait<Fact<number | undefined>>;
    criteriaNamed: import("../kind.js").Trait<readonly Passage[]>;
    placeholders: import("../kind.js").Trait<readonly Passage[]>;
    links: import("../kind.js").Trait<readonly DocumentLink[]>;
    ratedBy: import("../kind.js").Trait<RatingScale | undefined>;
    contacts: import("../kind.js").Trait<readonly Contact[]>;
    paragraphs: import("../kind.js").Trait<readonly string[]>;
    text: import("../kind.js").Trait<string>;
}>;
