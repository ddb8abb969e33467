import{N,Mt,P,nn,at}from"./chunks/core.js";export{N as formats,Mt as loadConfig,P as render,nn as ruleIndex,at as scan};
