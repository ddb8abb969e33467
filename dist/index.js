import{H,Pt,U,$t,nt}from"./chunks/core.js";export{H as formats,Pt as loadConfig,U as render,$t as ruleIndex,nt as scan};
