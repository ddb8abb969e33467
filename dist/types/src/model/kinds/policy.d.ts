import type { FilePlace } from '../place.js';
/** A document of a policy, as far as its weight goes. */
export interface PolicyText {
    title: string;
    /** Words of its text, headings and front matter left out. */
    words: number;
    /** Whether it is certain that it is this policy. */
    sure: boolean;
    /** It doesn't say that it is a draft, or no longer holds. */
    inForce: boolean;
    /** How many criteria it claims in its front matter. */
    claims: number;
    at: FilePlace;
}
/** Something that a policy is looked through for. */
export interface PolicySection {
    name: string;
    found: boolean;
}
export declare const policy: import("../kind.js").Kind<"policy", {
    statements: import("../kind.js").Trait<readonly import("./policy-document.js").Statement[]>;
    which: import("../kind.js").Trait<"processing-integrity" | "confidentiality" | "privacy" | "information-security" | "policy-management" | "code-of-conduct" | "roles" | "personnel" | "training" | "acceptable-use" | "risk" | "access-control" | "authentication" | "remote-access" | "encryption" | "classification" | "retention" | "change-management" | "development" | "vulnerabilities" | "logging" | "incident-response" | "continuity" | "backup" | "vendors" | "physical" | "assets" | "network" | "capacity" | "system-description">;
    texts: import("../kind.js").Trait<readonly PolicyText[]>;
    sections: import("../kind.js").Trait<readonly PolicySection[]>;
    expectedAt: import("../kind.js").Trait<FilePlace | undefined>;
}>;
