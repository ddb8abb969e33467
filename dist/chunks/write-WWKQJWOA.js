import{appendText,writeText}from"./chunk-N4AOGRHM.js";import"./chunk-A2EJQX32.js";export{appendText,writeText};
