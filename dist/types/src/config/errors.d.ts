/** A mistake in a file of `.soc2/`, for whoever wrote it. */
export interface ConfigError {
    file: string;
    line: number;
    column: number;
    /** What was expected, and the nearest right name. */
    message: string;
}
export declare const lineOf: ({ file, line, column, message }: ConfigError) => string;
