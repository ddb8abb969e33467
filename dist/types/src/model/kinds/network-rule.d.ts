import type { Fact, FactList } from '../fact.js';
/** Ports that are open, as a range with both ends in it. `any` protocol means all ports of all protocols. */
export interface OpenPorts {
    protocol: 'tcp' | 'udp' | 'icmp' | 'any' | 'other';
    from: number;
    to: number;
    /** Whether it is any address of the internet that may come, or go there. */
    anyone: Fact<boolean>;
}
export declare const networkRule: import("../kind.js").Kind<"network-rule", {
    openToInternet: import("../kind.js").Trait<FactList<OpenPorts>>;
    explained: import("../kind.js").Trait<Fact<boolean>>;
    openFromInside: import("../kind.js").Trait<FactList<OpenPorts>>;
}>;
/** Whether it is every port there is, or of TCP or UDP every one. */
export declare const isEveryPort: ({ protocol, from, to }: Omit<OpenPorts, "anyone">) => boolean;
/** Whether a port of TCP, or of UDP where that is asked for, lies in the range. */
export declare const reachesPort: ({ protocol, from, to }: Omit<OpenPorts, "anyone">, port: number, udp?: boolean) => boolean;
/** For messages and as the key of an item: `tcp 22`, `udp 6000-6100`, `all ports`. */
export declare const shownPorts: ({ protocol, from, to }: Omit<OpenPorts, "anyone">) => string;
/** Whether such ports are open to anyone: for other ports it doesn't arise who may come. */
export declare const openIf: (ports: OpenPorts, are: (ports: OpenPorts) => boolean) => Fact<boolean>;
