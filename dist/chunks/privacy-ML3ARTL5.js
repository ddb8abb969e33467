import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
import"./chunk-ZXZS2NWP.js";var rules=[];export{rules};
