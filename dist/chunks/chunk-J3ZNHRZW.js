import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
var lineOf=({file,line,column,message})=>`${file}:${line}:${column}: ${message}`;export{lineOf};
