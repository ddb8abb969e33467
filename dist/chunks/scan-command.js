import{O}from"./core.js";export{O as scanCommand};
