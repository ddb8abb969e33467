import{m as gitlab_default,p as gitlab_default$1}from"./branches.js";const mappings=[gitlab_default,gitlab_default$1].flat();export{mappings};
