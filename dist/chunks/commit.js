const dayOfTime=seconds=>new Date(seconds*1e3).toISOString().slice(0,10),timeOfDay=day=>Date.parse(`${day}T00:00:00Z`)/1e3;export{timeOfDay as n,dayOfTime as t};
