import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
import{version}from"./chunk-YLNAKFXR.js";import"./chunk-ZXZS2NWP.js";export{version};
