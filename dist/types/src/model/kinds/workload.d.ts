import type { Fact, FactList, NotApplicable } from '../fact.js';
import type { Place } from '../place.js';
/** One container of a workload. */
export interface Container {
    name: string;
    at: Place;
    /** Whether it has all rights of its host. */
    privileged: Fact<boolean>;
    /** Whether a process of it may gain more rights than its parent has. */
    escalates: Fact<boolean>;
    /** Whether it is made sure that it doesn't run as root, whatever its image says. */
    keptFromRoot: Fact<boolean>;
    /** Whether it gives up forging packets, or all that a container may do by default. */
    dropsRights: Fact<boolean>;
    /** Rights of the kernel that it gets on top, in capitals and without `CAP_`. */
    addedRights: FactList<string>;
    /** The number of the user it runs as; undefined: none is written. */
    userNumber: Fact<number | undefined>;
    rootReadOnly: Fact<boolean>;
    /** Whether the system calls that it may make are filtered. */
    callsFiltered: Fact<boolean>;
    /** Ports that it takes on the machine it runs on. */
    hostPorts: FactList<number>;
    /** Where its image comes from: the name of the registry, `docker.io` where none is written. */
    imageRegistry: Fact<string> | NotApplicable;
    /** Whether its image is named with a version: a tag that is not `latest`, or a digest. */
    imageVersioned: Fact<boolean>;
    /** Whether its image is named by its digest. */
    imageByDigest: Fact<boolean>;
    /** Whether the machine asks the registry each time, so that only who may have the image gets it. */
    askedForEachTime: Fact<boolean> | NotApplicable;
    memoryLimited: Fact<boolean>;
    memoryRequested: Fact<boolean>;
    cpuRequested: Fact<boolean>;
    cpuLimited: Fact<boolean>;
    /** Whether it is restarted when it hangs. */
    liveness: Fact<boolean> | NotApplicable;
    /** Whether it gets requests only when it can answer them. */
    readiness: Fact<boolean> | NotApplicable;
    /** Whether stored secrets are handed to it as environment variables. */
    secretsInEnvironment: Fact<boolean>;
}
export declare const workload: import("../kind.js").Kind<"workload", {
    containers: import("../kind.js").Trait<FactList<Container>>;
    hostProcesses: import("../kind.js").Trait<Fact<boolean>>;
    hostMemory: import("../kind.js").Trait<Fact<boolean>>;
    hostNetwork: import("../kind.js").Trait<Fact<boolean>>;
    hostPaths: import("../kind.js").Trait<FactList<string>>;
    disruptionLimited: import("../kind.js").Trait<Fact<boolean>>;
    disruptionAllowed: import("../kind.js").Trait<Fact<boolean>>;
    spreadOverMachines: import("../kind.js").Trait<Fact<boolean>>;
    trafficLimited: import("../kind.js").Trait<Fact<boolean>>;
    openDataPorts: import("../kind.js").Trait<FactList<import("./shared.js").OfferedPort>>;
    tokenMounted: import("../kind.js").Trait<Fact<boolean>>;
    inDefaultNamespace: import("../kind.js").Trait<Fact<boolean>>;
    secretInCode: import("../kind.js").Trait<Fact<boolean>>;
}>;
