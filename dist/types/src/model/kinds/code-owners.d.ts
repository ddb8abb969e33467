import type { FilePlace } from '../place.js';
/** One line of a CODEOWNERS file that assigns owners, as it works on the files that are really there. */
export interface OwnersEntry {
    pattern: string;
    owners: readonly string[];
    at: FilePlace;
    /** How many tracked paths its pattern matches. */
    matched: number;
    /** How many of those it decides, as no later line matches them too. */
    decided: number;
    /** The one later line that takes every path from it, where there is one. */
    shadowedBy?: {
        pattern: string;
        owners: readonly string[];
        at: FilePlace;
        matched: number;
    };
    /** The section it is in (GitLab). */
    section?: string;
}
/** Who has to approve changes to a path, and the line that decides it; without a line nobody does. */
export interface Ownership {
    owners: readonly string[];
    entry?: OwnersEntry;
}
export declare const codeOwners: import("../kind.js").Kind<"code-owners", {
    file: import("../kind.js").Trait<string>;
    effectiveFile: import("../kind.js").Trait<string | undefined>;
    invalidLines: import("../kind.js").Trait<readonly {
        message: string;
        at: FilePlace;
    }[]>;
    tooLarge: import("../kind.js").Trait<boolean>;
    entries: import("../kind.js").Trait<readonly OwnersEntry[]>;
    ownersOf: import("../kind.js").Trait<(path: string) => Ownership>;
}>;
