import{c as octo_sts_default}from"./branches.js";const mappings=[octo_sts_default].flat();export{mappings};
