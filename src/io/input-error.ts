/** Paths, arguments or a configuration that can't be used: what, and what to do. */
export class InputError extends Error {}
