var severities=["critical","high","medium","low","info"],compareSeverity=(a,b)=>severities.indexOf(a)-severities.indexOf(b);export{severities,compareSeverity};
