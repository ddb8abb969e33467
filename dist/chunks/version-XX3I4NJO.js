import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
import{version}from"./chunk-FKGOY6IF.js";import"./chunk-FSX4URLF.js";export{version};
