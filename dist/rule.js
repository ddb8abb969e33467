import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
import{expect,fail,having,on,pass,rule,tools,unknown}from"./chunks/chunk-H3DOPY4D.js";import"./chunks/chunk-V2EIORBL.js";import"./chunks/chunk-GOIZTOZ5.js";import"./chunks/chunk-FSX4URLF.js";export{expect,fail,having,on,pass,rule,tools,unknown};
