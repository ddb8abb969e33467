import{r}from"./terraform.js";export{r as read};
