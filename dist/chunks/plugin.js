import{t}from"./plugin2.js";export{t as withPlugins};
