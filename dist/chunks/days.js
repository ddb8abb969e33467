const dayAfter=(day,days)=>new Date(Date.parse(`${day}T00:00:00Z`)+days*864e5).toISOString().slice(0,10);export{dayAfter as t};
