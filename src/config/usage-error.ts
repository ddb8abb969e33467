/** Arguments, inputs, paths or a configuration that can't be used: told in one message, with what to do. */
export class UsageError extends Error {}
