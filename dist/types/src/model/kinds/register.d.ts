import type { FilePlace } from '../place.js';
/** A file that a policy says holds a register. */
export interface NamedRegister {
    target: string;
    found: boolean;
    /** The title of the policy. */
    document: string;
    at: FilePlace;
}
export declare const register: import("../kind.js").Kind<"register", {
    registered: import("../kind.js").Trait<"access-review" | "restore-test" | "risk-register" | "vendor-register" | "asset-inventory" | "incident-log" | "training-record" | "exception-log" | "training-plan" | "subprocessor-list" | "post-mortem">;
    files: import("../kind.js").Trait<readonly string[]>;
    declaredHereAt: import("../kind.js").Trait<FilePlace | undefined>;
    named: import("../kind.js").Trait<readonly NamedRegister[]>;
}>;
