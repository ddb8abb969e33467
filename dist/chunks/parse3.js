import{t}from"./parse2.js";export{t as parseYaml};
