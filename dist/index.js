import{P,Nt,F,rn,ot}from"./chunks/core.js";export{P as formats,Nt as loadConfig,F as render,rn as ruleIndex,ot as scan};
