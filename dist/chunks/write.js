import{n}from"./write2.js";export{n as writeText};
