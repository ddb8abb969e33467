const saysTwice=({message})=>message.startsWith("expected each key once");export{saysTwice as t};
