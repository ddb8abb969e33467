var lineOf=({file,line,column,message})=>`${file}:${line}:${column}: ${message}`;export{lineOf};
