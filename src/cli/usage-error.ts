/** Wrong arguments or a wrong configuration: told in one message, exit code 2. */
export class UsageError extends Error {}
