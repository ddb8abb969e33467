/** Where something stands: its name, and every place that it lies in, the narrowest first, in the words of `places`. */
export interface Region {
    name: string;
    within: readonly string[];
}
/** The areas that a country lies in, the narrowest first. */
export declare const areasOf: (country: string) => string[];
/** Whether a place lies in another one by these names alone: `DE` in `EU`. */
export declare const liesIn: (place: string, other: string) => boolean;
