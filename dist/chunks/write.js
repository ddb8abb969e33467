import{r}from"./write2.js";export{r as writeText};
