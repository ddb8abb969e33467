import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
import{appendText,writeText}from"./chunk-DDIDOAP4.js";import"./chunk-FSX4URLF.js";export{appendText,writeText};
