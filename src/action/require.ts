// Packages in CommonJS, which the Action has, ask for Node's own modules by a global require(). In a module of its own, so
// that it is there before they are evaluated, and the command line doesn't pay for it.
import { createRequire } from 'node:module';

globalThis.require ??= createRequire(import.meta.url);
