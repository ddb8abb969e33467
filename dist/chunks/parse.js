import{ln}from"./core.js";export{ln as parseYaml};
