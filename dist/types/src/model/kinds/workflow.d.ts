import type { Fact, NotApplicable } from '../fact.js';
import type { FilePlace } from '../place.js';
/** What a token may do, and where that stands. */
export interface Grant {
    level: 'read' | 'write';
    scope: string;
    /** The one job that has it; undefined: all have. */
    job?: string;
    at: FilePlace;
}
/** An event that starts a workflow. */
export interface TriggerFact {
    name: string;
    at: FilePlace;
    /** Whether strangers can start it with content of their own while it holds the repository's secrets. */
    privileged: boolean;
    /** Branches it is limited to; none: all. */
    branches: readonly string[];
    byPaths: boolean;
}
export declare const workflow: import("../kind.js").Kind<"workflow", {
    title: import("../kind.js").Trait<string | undefined>;
    triggers: import("../kind.js").Trait<readonly TriggerFact[]>;
    takesNothingIn: import("../kind.js").Trait<boolean>;
    permissionsStated: import("../kind.js").Trait<Fact<boolean>>;
    unstatedJobs: import("../kind.js").Trait<readonly {
        name: string;
        at: FilePlace;
    }[]>;
    broadPermissions: import("../kind.js").Trait<NotApplicable | readonly Grant[]>;
}>;
