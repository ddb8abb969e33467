async function allRules(index){const domains=[...new Set(index.entries.map(({domain})=>domain))];return(await Promise.all(domains.map(domain=>index.load(domain)))).flat()}export{allRules as t};
