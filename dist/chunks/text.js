import{f}from"./core.js";export{f as text};
