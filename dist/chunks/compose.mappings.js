import{m as compose_default}from"./clusters.js";const mappings=[compose_default].flat();export{mappings};
