var locationOf=place=>({file:place.file,...place.span});export{locationOf};
