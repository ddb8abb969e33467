import type { FilePlace } from '../place.js';
/** One thing that a scanner is told to pass over. */
export interface ScannerException {
    /** The id, as the scanner knows it. */
    what: string;
    /** Why, in the words beside it. */
    reason?: string;
    /** Until when, as `YYYY-MM-DD`. */
    until?: string;
    /** Who answers for it, where it says so. */
    owner?: string;
    /** Whether it is a known vulnerability, which a fix ends, and not a check that is left out for good. */
    isVulnerability: boolean;
    at: FilePlace;
}
export declare const scannerExceptions: import("../kind.js").Kind<"scanner-exceptions", {
    scanner: import("../kind.js").Trait<string>;
    besideCode: import("../kind.js").Trait<boolean>;
    passedOver: import("../kind.js").Trait<readonly ScannerException[]>;
}>;
