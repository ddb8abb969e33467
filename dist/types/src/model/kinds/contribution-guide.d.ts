import type { FilePlace } from '../place.js';
/** A sentence that says what happens to every change before it is merged. */
export interface Promised {
    topic: 'approvals' | 'checks' | 'code-owners' | 'signatures' | 'up-to-date' | 'pull-requests' | 'conversations';
    /** How many approvals, where a number is named. */
    count?: number;
    quote: string;
    at: FilePlace;
}
export declare const contributionGuide: import("../kind.js").Kind<"contribution-guide", {
    promised: import("../kind.js").Trait<readonly Promised[]>;
}>;
