import{version}from"./chunk-WVAD45Y2.js";import"./chunk-A2EJQX32.js";export{version};
