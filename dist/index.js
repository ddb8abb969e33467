import{W,en,G,wn,gt}from"./chunks/core.js";export{W as formats,en as loadConfig,G as render,wn as ruleIndex,gt as scan};
