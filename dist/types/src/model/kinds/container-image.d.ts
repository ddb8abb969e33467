import type { Fact, FactList } from '../fact.js';
import type { Place } from '../place.js';
/** Something that is written in the build. */
export interface Written {
    text: string;
    at: Place;
}
export declare const containerImage: import("../kind.js").Kind<"container-image", {
    startsAsRoot: import("../kind.js").Trait<Fact<boolean>>;
    movingBases: import("../kind.js").Trait<FactList<Written>>;
    uncheckedConnections: import("../kind.js").Trait<FactList<Written>>;
    uncheckedPackages: import("../kind.js").Trait<FactList<Written>>;
    remoteFiles: import("../kind.js").Trait<FactList<Written>>;
    opensSsh: import("../kind.js").Trait<Fact<boolean>>;
    usesSudo: import("../kind.js").Trait<Fact<boolean>>;
    setsPasswords: import("../kind.js").Trait<Fact<boolean>>;
    healthChecked: import("../kind.js").Trait<Fact<boolean>>;
    secretArguments: import("../kind.js").Trait<FactList<Written>>;
    keyFiles: import("../kind.js").Trait<FactList<Written>>;
    openPackages: import("../kind.js").Trait<FactList<Written>>;
    secretInCode: import("../kind.js").Trait<Fact<boolean>>;
}>;
