import{r}from"./start.js";export{r as version};
