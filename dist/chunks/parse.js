import{Jt}from"./core.js";export{Jt as parseYaml};
