import{parseYaml}from"./chunk-A6MZT54W.js";import"./chunk-WNLZJUZC.js";import"./chunk-A2EJQX32.js";export{parseYaml};
