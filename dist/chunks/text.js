import{C}from"./core.js";export{C as text};
