import{_}from"./core.js";export{_ as scanCommand};
