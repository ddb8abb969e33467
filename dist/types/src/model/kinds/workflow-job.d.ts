import type { Fact, FactList, NotApplicable } from '../fact.js';
import type { FilePlace } from '../place.js';
import type { TriggerFact } from './workflow.js';
/** A thing in a job, where it stands, and what it is. */
export interface Finding {
    what: string;
    at: FilePlace;
    /** Stable over edits elsewhere. */
    item: string;
    /** The places it came through. */
    related?: readonly {
        name: string;
        at: FilePlace;
    }[];
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
/** A step that takes a decision about a change which is a person's to take. */
export interface Decision extends Finding {
    does: 'approves' | 'merges' | 'merges past the rules';
}
/** A sign-in by the token of the run. */
export interface SignIn {
    at: FilePlace;
    provider: 'aws' | 'azure' | 'google' | 'octo-sts';
    /** The role or identity it asks for; undefined where an expression names it. */
    identity?: string;
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
    hiddenMeaning: import("../kind.js").Trait<NotApplicable | readonly Finding[]>;
    looseInstalls: import("../kind.js").Trait<readonly Finding[] | undefined>;
    latestTools: import("../kind.js").Trait<readonly Finding[] | undefined>;
    checkoutTokens: import("../kind.js").Trait<readonly (Finding & {
        kept: boolean;
    })[]>;
    pushes: import("../kind.js").Trait<boolean>;
    idTokenUnused: import("../kind.js").Trait<NotApplicable | Fact<boolean>>;
    wideSecrets: import("../kind.js").Trait<readonly Finding[] | undefined>;
    movingCheckouts: import("../kind.js").Trait<readonly Finding[] | undefined>;
    secretsUsed: import("../kind.js").Trait<readonly Finding[]>;
    foreignFilesRun: import("../kind.js").Trait<readonly Finding[] | undefined>;
    merges: import("../kind.js").Trait<readonly (Finding & {
        waits: boolean;
    })[]>;
    agentInputs: import("../kind.js").Trait<readonly Finding[] | undefined>;
    agentOutputs: import("../kind.js").Trait<readonly Finding[] | undefined>;
    unreadable: import("../kind.js").Trait<NotApplicable | readonly Finding[]>;
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
    neededJobs: import("../kind.js").Trait<readonly string[]>;
    signIns: import("../kind.js").Trait<readonly SignIn[]>;
    decisions: import("../kind.js").Trait<readonly Decision[]>;
}>;
