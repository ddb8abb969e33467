import{i as exported_default,n as exported_default$2,r as exported_default$1}from"./branches.js";const mappings=[exported_default,exported_default$1,exported_default$2].flat();export{mappings};
