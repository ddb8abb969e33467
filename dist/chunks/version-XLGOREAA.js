import{version}from"./chunk-6KGKYP4A.js";import"./chunk-A2EJQX32.js";export{version};
