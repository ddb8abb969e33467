/** What is kept as a list: registers that are kept up to date, and records of what was done each time. */
export declare const registerIds: readonly ["access-review", "restore-test", "risk-register", "vendor-register", "asset-inventory", "incident-log", "training-record", "exception-log"];
export type RegisterId = (typeof registerIds)[number];
export type Field = 'what' | 'date' | 'who' | 'result' | 'owner' | 'likelihood' | 'impact' | 'rating' | 'treatment' | 'status' | 'reviewed' | 'next' | 'service' | 'criticality' | 'report' | 'classification' | 'location' | 'detected' | 'resolved' | 'cause' | 'actions' | 'reason' | 'approver' | 'expires';
/** The fields that hold a day. */
export declare const dayFields: readonly Field[];
export interface RegisterField {
    /** What the column or key is called, in lower case and single spaces. */
    called: RegExp;
    /** For a person who fills it in. */
    about: string;
    required?: true;
}
export interface Register {
    title: string;
    /** What an auditor looks for in it. */
    looksFor: string;
    /** A line for each time that something was done: whoever made a column for it meant it to be filled in. */
    log?: true;
    fields: {
        readonly [F in Field]?: RegisterField;
    };
}
/** What each of them holds, by the names that its columns or keys usually have. */
export declare const registers: {
    readonly [R in RegisterId]: Register;
};
