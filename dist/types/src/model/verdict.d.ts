export declare const severities: readonly ["critical", "high", "medium", "low", "info"];
export type Severity = (typeof severities)[number];
/** Negative when `a` is worse than `b`. */
export declare const compareSeverity: (a: Severity, b: Severity) => number;
