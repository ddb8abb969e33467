import{S}from"./core.js";export{S as text};
