import{t,n,r,i,a,o,s,c}from"./chunks/rule.js";export{t as expect,n as fail,r as having,i as on,a as pass,o as rule,s as tools,c as unknown};
