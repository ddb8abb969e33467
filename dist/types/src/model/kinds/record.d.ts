import type { Fact } from '../fact.js';
import type { Passage } from './policy-document.js';
/** What is done again and again, and written down each time. */
export type Recorded = 'access-review' | 'restore-test';
export declare const record: import("../kind.js").Kind<"record", {
    recorded: import("../kind.js").Trait<Recorded>;
    lastEntryOn: import("../kind.js").Trait<Fact<string | undefined>>;
    gaps: import("../kind.js").Trait<readonly Passage[]>;
}>;
