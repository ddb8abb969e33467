import type { Field } from '../../criteria/register-fields.js';
import type { Fact } from '../fact.js';
import type { FilePlace } from '../place.js';
import type { Passage } from './policy-document.js';
/** One line of a register. */
export interface RecordEntry {
    /** What it is about, as it says. */
    name: string;
    at: FilePlace;
    /** What is written, by field; an empty cell is left out. */
    cells: {
        readonly [F in Field]?: Passage;
    };
    /** The days among them, as `YYYY-MM-DD`; undefined where the text is no date ("n/a", "ongoing"). */
    days: {
        readonly [F in Field]?: Fact<string | undefined>;
    };
}
export declare const record: import("../kind.js").Kind<"record", {
    recorded: import("../kind.js").Trait<"access-review" | "restore-test" | "risk-register" | "vendor-register" | "asset-inventory" | "incident-log" | "training-record" | "exception-log" | "training-plan" | "subprocessor-list" | "post-mortem">;
    written: import("../kind.js").Trait<readonly RecordEntry[]>;
    lastEntryOn: import("../kind.js").Trait<Fact<string | undefined>>;
    gaps: import("../kind.js").Trait<readonly Passage[]>;
}>;
