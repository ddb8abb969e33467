import{v}from"./core.js";export{v as scanCommand};
