import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
function headingBefore(headings,line){let low=-1,high=headings.length-1;for(;low<high;){let middle=low+high+1>>1;headings[middle].span.startLine<=line?low=middle:high=middle-1}return low}export{headingBefore};
