import{n}from"./github2.js";export{n as github};
