import{t}from"./terraform.js";export{t as read};
