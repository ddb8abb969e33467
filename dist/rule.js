import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
import{expect,fail,having,on,pass,rule,tools,unknown}from"./chunks/chunk-S4643A6E.js";import"./chunks/chunk-DNBMTPLD.js";import"./chunks/chunk-2VJHL6ZS.js";import"./chunks/chunk-ZXZS2NWP.js";export{expect,fail,having,on,pass,rule,tools,unknown};
