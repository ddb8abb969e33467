import{t}from"./programs.js";export{t as read};
