// Bundles the ways in into dist/, which is committed: the Action and pre-commit run it as it is.
import { rmSync } from 'node:fs';
import { bundleInto } from './bundle-into.ts';
import { typesInto } from './types-into.ts';

rmSync('dist', { recursive: true, force: true });
await bundleInto('dist');
typesInto('dist/types');
