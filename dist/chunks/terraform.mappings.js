import{t}from"./clouds.js";export{t as mappings};
