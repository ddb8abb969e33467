import type { Fact, FactList } from '../fact.js';
import type { FilePlace } from '../place.js';
import type { TriggerFact } from './workflow.js';
/** A thing in a job, where it stands, and what it is. */
export interface Finding {
    what: string;
    at: FilePlace;
    /** Stable over edits elsewhere. */
    item: string;
}
/** A token of an app, and what it is limited to. */
export interface AppToken extends Finding {
    someRepositories: boolean;
    somePermissions: boolean;
}
/** An install of all that a manifest names. */
export interface Install extends Finding {
    /** Whether it may take other versions than the lock file names. */
    loose: boolean;
}
/** What a scanner looks for. */
export type ScannerKind = 'code' | 'dependencies' | 'infrastructure' | 'secrets' | 'images' | 'posture';
export interface Scanner {
    kind: ScannerKind;
    tool: string;
    at: FilePlace;
    /** How its result is kept from failing the job, where it is. */
    muted?: {
        how: string;
        at: FilePlace;
    };
}
export declare const workflowJob: import("../kind.js").Kind<"workflow-job", {
    startedBy: import("../kind.js").Trait<readonly TriggerFact[]>;
    checkNames: import("../kind.js").Trait<FactList<string>>;
    untrustedInScripts: import("../kind.js").Trait<readonly Finding[]>;
    outsideCodeCheckedOut: import("../kind.js").Trait<readonly Finding[]>;
    inheritsSecrets: import("../kind.js").Trait<{
        by: string;
        calledAt: FilePlace;
        at: FilePlace;
    } | null>;
    secretsExposed: import("../kind.js").Trait<readonly Finding[]>;
    storedCloudKeys: import("../kind.js").Trait<readonly Finding[]>;
    federatedLogins: import("../kind.js").Trait<readonly Finding[]>;
    literalCredentials: import("../kind.js").Trait<readonly Finding[]>;
    selfHosted: import("../kind.js").Trait<Fact<boolean>>;
    insecureCommands: import("../kind.js").Trait<readonly Finding[]>;
    keptCredentials: import("../kind.js").Trait<readonly Finding[]>;
    pipedScripts: import("../kind.js").Trait<readonly Finding[]>;
    alwaysTrueConditions: import("../kind.js").Trait<readonly Finding[] | undefined>;
    substringConditions: import("../kind.js").Trait<readonly Finding[] | undefined>;
    openVersions: import("../kind.js").Trait<readonly Finding[] | undefined>;
    appTokens: import("../kind.js").Trait<readonly AppToken[]>;
    spoofableConditions: import("../kind.js").Trait<readonly Finding[] | undefined>;
    environmentWrites: import("../kind.js").Trait<readonly Finding[] | undefined>;
    unmaskedSecrets: import("../kind.js").Trait<readonly Finding[] | undefined>;
    cachesInReleases: import("../kind.js").Trait<readonly Finding[] | undefined>;
    publishTokens: import("../kind.js").Trait<readonly Finding[] | undefined>;
    endsInTime: import("../kind.js").Trait<Fact<boolean>>;
    deploys: import("../kind.js").Trait<readonly Finding[]>;
    environment: import("../kind.js").Trait<Fact<string | undefined>>;
    installs: import("../kind.js").Trait<readonly Install[]>;
    scanners: import("../kind.js").Trait<readonly Scanner[]>;
    tests: import("../kind.js").Trait<readonly Finding[]>;
}>;
