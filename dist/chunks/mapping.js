const mapping=definition=>definition;export{mapping as t};
