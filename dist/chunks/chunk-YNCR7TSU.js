import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);
function linesOf(text){let starts=[text.charCodeAt(0)===65279?1:0];for(let i=text.indexOf(`
`);i>=0;i=text.indexOf(`
`,i+1))starts.push(i+1);let last=0,indexOf=offset=>{if(offset>=starts[last]&&(last+1===starts.length||offset<starts[last+1]))return last;let low=0,high=starts.length-1;for(;low<high;){let middle=low+high+1>>1;starts[middle]<=offset?low=middle:high=middle-1}return last=low},position=offset=>{let line=indexOf(offset);return{line:line+1,column:Math.max(1,offset-starts[line]+1)}};return{position,span:(start,end)=>{let from=position(start),to=position(end);return{startLine:from.line,startColumn:from.column,endLine:to.line,endColumn:to.column}}}}export{linesOf};
