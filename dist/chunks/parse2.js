import{t}from"./parse.js";export{t as parseYaml};
