/** What an entry of a register can say. */
export type Field = 'what' | 'date' | 'who' | 'result' | 'owner' | 'likelihood' | 'impact' | 'rating' | 'treatment' | 'status' | 'reviewed' | 'next' | 'service' | 'criticality' | 'report' | 'classification' | 'location' | 'detected' | 'resolved' | 'cause' | 'actions' | 'reason' | 'approver' | 'expires' | 'audience' | 'often' | 'timeline' | 'open';
/** The fields that hold a day. */
export declare const dayFields: readonly Field[];
export interface RegisterField {
    /** What the column or key is called, in lower case and single spaces. */
    called: RegExp;
    /** For a person who fills it in. */
    about: string;
    required?: true;
}
export declare const owner: {
    readonly called: RegExp;
    readonly about: "Who answers for it: a role.";
};
export declare const status: {
    readonly called: RegExp;
    readonly about: "Where it stands: open, closed.";
};
export declare const reviewed: {
    readonly called: RegExp;
    readonly about: "The day it was last looked at, YYYY-MM-DD.";
};
export declare const next: {
    readonly called: RegExp;
    readonly about: "The day by which it is looked at next, YYYY-MM-DD.";
};
export declare const date: (more: string) => {
    called: RegExp;
    about: string;
};
export declare const who: {
    readonly called: RegExp;
    readonly about: "Who did it: a role.";
};
