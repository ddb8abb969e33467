import type { Fact, FactList } from '../fact.js';
/** Pipelines that are let in, by the subject of their token. */
export interface TrustedPipelines {
    /** `owner/name`, with wildcards. */
    repository: string;
    /** What follows: `environment:production`, `ref:refs/heads/main`, `pull_request`, `*`. */
    context: string;
    /** Whether that repository is the scanned one, where it is known which that is. */
    here?: boolean;
}
export declare const trustPolicy: import("../kind.js").Kind<"trust-policy", {
    trustsEveryone: import("../kind.js").Trait<Fact<boolean>>;
    trustsWholeAccounts: import("../kind.js").Trait<Fact<boolean>>;
    trustsForeignPipelines: import("../kind.js").Trait<Fact<boolean>>;
    trustsEveryRepository: import("../kind.js").Trait<Fact<boolean>>;
    trustsEveryRef: import("../kind.js").Trait<Fact<boolean>>;
    trustedPipelines: import("../kind.js").Trait<FactList<TrustedPipelines>>;
    identityName: import("../kind.js").Trait<Fact<string | undefined>>;
}>;
