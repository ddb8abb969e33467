import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
var severities=["critical","high","medium","low","info"],compareSeverity=(a,b)=>severities.indexOf(a)-severities.indexOf(b);export{severities,compareSeverity};
