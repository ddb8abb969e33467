import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
import{parseYaml}from"./chunk-ALYJK7OT.js";import"./chunk-YNCR7TSU.js";import"./chunk-FSX4URLF.js";export{parseYaml};
