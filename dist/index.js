import{K,vn,q,Wn,kt}from"./chunks/core.js";export{K as formats,vn as loadConfig,q as render,Wn as ruleIndex,kt as scan};
