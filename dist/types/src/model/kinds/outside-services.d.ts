import type { FilePlace } from '../place.js';
/** A name by which code speaks of somebody outside. */
export interface OutsideService {
    /** A host, the publisher of an image, a provider of infrastructure as code. */
    name: string;
    as: 'image' | 'registry' | 'provider' | 'host';
    at: FilePlace;
}
export declare const outsideServices: import("../kind.js").Kind<"outside-services", {
    namedInCode: import("../kind.js").Trait<readonly OutsideService[]>;
}>;
