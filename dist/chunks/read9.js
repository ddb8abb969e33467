import{u}from"./terraform.js";export{u as read};
