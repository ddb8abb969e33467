import{K,fn,q,Rn,kt}from"./chunks/core.js";export{K as formats,fn as loadConfig,q as render,Rn as ruleIndex,kt as scan};
