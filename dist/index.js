import{q,yn,J,Gn,jt}from"./chunks/core.js";export{q as formats,yn as loadConfig,J as render,Gn as ruleIndex,jt as scan};
