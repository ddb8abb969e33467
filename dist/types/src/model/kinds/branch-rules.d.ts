import type { Fact, FactList } from '../fact.js';
/** A check that has to report success before a change is merged. */
export interface RequiredCheck {
    name: string;
    /** Whether only one app may report it; without that, whoever can write statuses can. */
    fromOneApp: boolean;
    /** Whether that app is the forge's own pipelines. */
    fromPipelines: boolean;
}
/** Someone whom the rules don't hold back. `in-pull-requests`: only when merging one, which leaves a trace. */
export interface Bypass {
    who: string;
    what: 'administrators' | 'people' | 'app';
    mode: 'always' | 'in-pull-requests';
}
export declare const branchRules: import("../kind.js").Kind<"branch-rules", {
    branch: import("../kind.js").Trait<string>;
    thisRepository: import("../kind.js").Trait<Fact<boolean>>;
    pullRequestRequired: import("../kind.js").Trait<Fact<boolean>>;
    approvals: import("../kind.js").Trait<Fact<number>>;
    staleApprovalsDismissed: import("../kind.js").Trait<Fact<boolean>>;
    lastPushApproved: import("../kind.js").Trait<Fact<boolean>>;
    codeOwnersApprove: import("../kind.js").Trait<Fact<boolean>>;
    conversationsResolved: import("../kind.js").Trait<Fact<boolean>>;
    requiredChecks: import("../kind.js").Trait<FactList<RequiredCheck>>;
    upToDate: import("../kind.js").Trait<Fact<boolean>>;
    bypasses: import("../kind.js").Trait<FactList<Bypass>>;
    forcePushBlocked: import("../kind.js").Trait<Fact<boolean>>;
    deletionBlocked: import("../kind.js").Trait<Fact<boolean>>;
    commitsSigned: import("../kind.js").Trait<Fact<boolean>>;
    historyLinear: import("../kind.js").Trait<Fact<boolean>>;
    scansRequired: import("../kind.js").Trait<FactList<string>>;
    notHeld: import("../kind.js").Trait<FactList<string>>;
    contradictions: import("../kind.js").Trait<FactList<string>>;
}>;
