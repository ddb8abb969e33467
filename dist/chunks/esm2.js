import{t,n,r,i,u,a,o,s,c,l}from"./esm.js";export{t as GLOBSTAR,n as Minimatch,r as braceExpand,i as defaults,u as escape,a as filter,o as match,s as minimatch,c as sep,l as unescape};
