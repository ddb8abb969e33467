import{k}from"./core.js";export{k as scanCommand};
