import{n}from"./programs.js";export{n as read};
