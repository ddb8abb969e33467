import type { Fact } from '../fact.js';
import type { FilePlace } from '../place.js';
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
    onlyActions: import("../kind.js").Trait<boolean>;
    permissionsStated: import("../kind.js").Trait<Fact<boolean>>;
    broadPermissions: import("../kind.js").Trait<readonly {
        level: string;
        scope: string;
        at: FilePlace;
    }[]>;
}>;
