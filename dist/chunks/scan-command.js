import{A}from"./core.js";export{A as scanCommand};
