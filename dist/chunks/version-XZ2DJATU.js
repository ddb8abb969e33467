import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
import{version}from"./chunk-NDC4LDP6.js";import"./chunk-ZXZS2NWP.js";export{version};
