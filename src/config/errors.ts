/** A mistake in a file of `.soc2/`, for whoever wrote it. */
export interface ConfigError {
  file: string;
  line: number;
  column: number;
  /** What was expected, and the nearest right name. */
  message: string;
}

export const lineOf = ({ file, line, column, message }: ConfigError): string => `${file}:${line}:${column}: ${message}`;
