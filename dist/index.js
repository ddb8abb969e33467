import{q,xn,J,qn,jt}from"./chunks/core.js";export{q as formats,xn as loadConfig,J as render,qn as ruleIndex,jt as scan};
