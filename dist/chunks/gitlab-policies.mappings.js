import{c as gitlab_default$1,l as gitlab_default}from"./branches.js";const mappings=[gitlab_default,gitlab_default$1].flat();export{mappings};
