import{$ as groupBy,B as scopeOf,C as lastOnly,G as thousands,H as stateOf,I as count,In as criterion,L as notesOf,N as allFailures,P as byCategory,R as readAt,Sn as severities,U as stateWords,V as settle,X as blocksOf,Y as secretPattern,at as worstFirst,dt as pathUri,et as isOfThisChange,it as unknownsOf,nt as openFindings,tt as nameOf,ut as markup,w as piecesOf,xn as compareSeverity,z as rowsOf}from"./core.js";import{createHash}from"node:crypto";const crop=(text,most2)=>text.length<=most2?text:`${text.slice(0,most2-1).replace(/[\ud800-\udbff]$/,"")}\u2026`;var Markup=class{text;constructor(text){this.text=text}};const longestText=1e3,html$1=(strings,...parts)=>new Markup(unindented(strings).map((text,index)=>index<parts.length?text+textOf(parts[index]):text).join("")),texts=new WeakMap;function unindented(strings){const known=texts.get(strings);if(known)return known;const written=strings.map(text=>text.replace(/\n\s+/g,`
`));return texts.set(strings,written),written}const raw=text=>new Markup(text);function textOf(part){return part===!1||part===null||part===void 0?"":part instanceof Markup?part.text:typeof part=="object"?part.map(textOf).join(""):markup(crop(String(part),longestText))}const anchor=text=>crop(text,200).replace(/[^A-Za-z0-9.-]/gu,character=>`_${character.codePointAt(0).toString(16)}_`),joined=(parts,between)=>parts.flatMap((part,index)=>index===0?[part]:[between,part]),messagesShown=10,placesShown=6;function placeLink(location,{links}){if(!location)return;const text=html$1`<code class="place">${location.file}:${location.startLine}</code>`;if(!links)return text;const address=`${links.server}/${links.repository}/blob/${links.commit}/${pathUri(location.file)}#L${location.startLine}`;return html$1`<a href="${address}" rel="noreferrer">${text}</a>`}const severityWord=severity=>html$1`<span class="severity ${severity}">${severity}</span>`;function findingLine(block,content,linked){const[first]=block.results,id=linked?content.idOf(block):void 0,more=block.results.length-1,message=html$1`${first.message}${more>0&&` (and ${more} more at the same place)`}`;return html$1`${severityWord(first.severity)} ${id===void 0?message:html$1`<a href="#${id}">${message}</a>`}
  ${placeLink(first.location,content.context)}`}function finding(block,content,remedyShown){const{report,context,excerpt}=content,[first]=block.results,aspects=[...new Set(block.results.flatMap(({aspect})=>aspect??[]))],messages=groupBy(block.results,({aspect,item})=>JSON.stringify([aspect,item])).slice(1).map(([{message}])=>message),subjects=[...new Set(block.results.map(({subject})=>subject.name))],remedies=remedyShown?[...new Set(block.results.map(result=>result.do))]:[];return html$1`<article class="finding" id="${content.idOf(block)}">
    <h4>${severityWord(first.severity)} ${first.message}</h4>
    <p class="where">
      ${joined([placeLink(first.location,context),aspects.length>0&&html$1`<code>${aspects.join(", ")}</code>`,html$1`${first.subject.kind}
            <code>${subjects[0]}</code>${subjects.length>1&&` and ${subjects.length-1} more`}`,report.comparison&&isOfThisChange(report,first)&&html$1`<b>of this change</b>`].filter(Boolean)," \xB7 ")}
    </p>
    ${first.location&&excerpt(first.location,first.label)} ${alsoSaid(messages)} ${sameIn(subjects.slice(1))}
    ${restsOn(block.results,context)} ${remedies.map(remedy=>html$1`<p class="do"><b>To do</b> ${remedy}</p>`)}
  </article>`}const alsoSaid=messages=>messages.length>0&&html$1`<ul class="also">
    ${messages.slice(0,messagesShown).map(message=>html$1`<li>${message}</li>`)}${messages.length>messagesShown&&html$1`<li>…and ${messages.length-messagesShown} more here.</li>`}
  </ul>`,sameIn=names=>names.length>0&&html$1`<p class="aside">The same in ${listed(names)}.</p>`;function listed(names){const shown=joined(names.slice(0,placesShown).map(name=>html$1`<code>${name}</code>`),", ");return names.length>placesShown?[...shown,` and ${names.length-placesShown} more`]:shown}function restsOn(results,context){const seen=new Set,places=results.flatMap(({related})=>related).filter(({name,location})=>{const key=JSON.stringify([name,location]);return seen.size<seen.add(key).size});if(places.length===0)return;const more=places.length-placesShown;return html$1`<ul class="related">
    ${places.slice(0,placesShown).map(({name,location})=>html$1`<li>${name==="via"?"the value comes through":name} ${placeLink(location,context)}</li>`)}${more>0&&html$1`<li>and ${count(more,"more place")}</li>`}
  </ul>`}const reasonsOf=({criteria:ids,reasons},content)=>ids.length>0&&html$1`<dl class="reasons">
    ${ids.map(id=>html$1`<div>
          <dt>${criterionLink(id,content)}</dt>
          <dd>${reasons[id]??criterion(id).title}</dd>
        </div>`)}
  </dl>`,criterionLink=(id,{criteria})=>criteria.has(id)?html$1`<a href="#${id}">${id}</a>`:id,stateMeanings={gap:"At least one failure that nobody has accepted.",undetermined:"No such failure, but something could not be judged.",accepted:"Failures, all of them accepted in writing, with a reason.",evidence:"Rules judged something here and none failed. It is evidence for the criterion, not all of it.","supporting-evidence":"The same, where a repository can only lend support: what it rests on is kept elsewhere.","nothing-to-judge":"Rules exist, but nothing of their kind is in this repository. Not a pass.","outside-repository":"No repository can show it: what shows it is kept elsewhere.","out-of-scope":"Its category was not chosen."},shapeSheet=raw(`<svg width="0" height="0" aria-hidden="true" class="sheet">${Object.entries({gap:'<path d="M8 1.2 15.2 14.6H.8Z" fill="currentColor"/><path d="M8 6v4M8 11.4v1.5" stroke="var(--on-shape)" stroke-width="1.7"/>',undetermined:'<rect x="3" y="3" width="10" height="10" transform="rotate(45 8 8)" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 5.2v3.4M8 9.8v1.5" stroke="currentColor" stroke-width="1.7"/>',accepted:'<rect x="2.1" y="2.1" width="11.8" height="11.8" rx="1.5" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M5 8.2 7.2 10.4 11.2 5.8" fill="none" stroke="currentColor" stroke-width="1.7"/>',evidence:'<circle cx="8" cy="8" r="6.4" fill="currentColor"/>',"supporting-evidence":'<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 2.4a5.6 5.6 0 0 1 0 11.2Z" fill="currentColor"/>',"nothing-to-judge":'<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 2.2"/>',"outside-repository":'<path d="M8.6 3H3v10h10V7.6" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M10.4 2H14v3.6M13.6 2.4 7.6 8.4" fill="none" stroke="currentColor" stroke-width="1.6"/>',"out-of-scope":'<path d="M3 8h10" stroke="currentColor" stroke-width="1.8"/>'}).map(([state,shape2])=>`<symbol id="shape-${state}" viewBox="0 0 16 16">${shape2}</symbol>`).join("")}</svg>`),shape=state=>html$1`<svg class="shape" aria-hidden="true" focusable="false"><use href="#shape-${state}" /></svg>`,most={findingsInFull:400,findingsInFullOfRule:25,findingLines:2e3,findingLinesOfRule:200,findingsOfCriterion:5,passes:4e3,passesOfAspect:60,unknowns:1e3,unknownsOfReason:60,elsewhere:100,subjects:3e3,subjectsOfKind:200,exceptions:500,problems:300,unresolved:300,records:500};function budget(total){let left=total;return(items,atMost=1/0)=>{const kept=items.slice(0,Math.min(left,atMost));return left-=kept.length,{kept,missing:items.length-kept.length}}}const cutNote=(missing,one)=>missing>0&&html$1`<p class="cut">
    …and ${count(missing,`more ${one}`)}: ${missing===1?"it is":"they are"} in the JSON report (<code
      >--format json</code
    >).
  </p>`,table=(id,caption,headings,rows)=>html$1`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
    <table>
      <caption id="${id}">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${headings.map(heading=>html$1`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;function changeSection(content){const{report}=content,{comparison}=report;if(!comparison)return;const open=openFindings(report),ofChange=open.filter(result=>isOfThisChange(report,result)).length,moved=comparison.coverage.filter(({before,after})=>before!==after);return html$1`<section aria-labelledby="change">
    <h2 id="change">What this change does</h2>
    <p>
      Compared with <code>${comparison.base}</code>: ${count(ofChange,"open finding")} of this change,
      ${open.length-ofChange}
      elsewhere.${comparison.mode==="lines"&&" The base could not be read: findings are compared by changed lines alone."}
    </p>
    ${moved.length>0?table("change-table","Criteria whose state moves",["Criterion","Before","After"],moved.map(({criterion:id,before,after})=>html$1`<tr>
                  <th scope="row">${criterionLink(id,content)} ${criterion(id).title}</th>
                  <td><span class="state state-${before}">${shape(before)} ${stateWords[before]}</span></td>
                  <td><span class="state state-${after}">${shape(after)} ${stateWords[after]}</span></td>
                </tr>`)):comparison.mode==="objects"&&html$1`<p>No criterion changes its state.</p>`}
  </section>`}const linesBefore=2,linesAfter=1,linesMarked=6,widest=160,longestLine=2e4;function excerpts({source,secrets}){const secret=secretPattern(secrets),linesOf=lastOnly(file=>source(file)?.split(/\r\n|\r|\n/));return(location,label)=>{if(location.startLine===1&&location.endLine===1&&location.endColumn===1)return;const lines=linesOf(location.file),[first]=lines?.slice(location.startLine-1)??[];if(!lines||first===void 0||first.length>longestLine)return;const shown=linesAround(location,lines,secret),lastMarked=Math.min(location.endLine,location.startLine+linesMarked-1);return html$1`<pre class="code"><code>${shown.map(line=>[drawn(line),line.number===lastMarked&&label!==void 0&&html$1`<span class="line label"><span class="number"></span><span>${label}</span></span>`])}</code></pre>`}}const drawn=({number,before,marked,after})=>html$1`<span class="line"
    ><span class="number">${number}</span
    ><span>${before}${marked!==""&&html$1`<mark>${marked}</mark>`}${after}</span></span
  >`;function linesAround(location,lines,secret){const{startLine,endLine}=location,last=Math.min(endLine,startLine+linesMarked-1,lines.length),shown=[];for(let number=Math.max(1,startLine-linesBefore);number<=Math.min(last+linesAfter,lines.length);number++)shown.push(lineOf(number,lines[number-1].slice(0,longestLine),location,secret));const isEmpty=line=>line!==void 0&&(line.before+line.marked).trim()==="";for(;shown[0].number<startLine&&isEmpty(shown[0]);)shown.shift();for(;shown.at(-1).number>last&&isEmpty(shown.at(-1));)shown.pop();return shown}function lineOf(number,text,location,secret){const{startLine,startColumn,endLine,endColumn}=location,inside=number>=startLine&&number<=endLine,indent=text.length-text.trimStart().length,from=inside?number===startLine?startColumn-1:indent:1/0,to=inside?number===endLine?Math.max(endColumn-1,from+1):text.trimEnd().length:1/0,parts={before:"",marked:"",after:""};for(const{offset,length,shown}of piecesOf(text,secret))parts[offset+length<=from?"before":offset<to?"marked":"after"]+=shown;return{number,before:inside?endOf(parts.before):startOf(parts.before),marked:startOf(parts.marked),after:startOf(parts.after.trimEnd())}}const startOf=text=>text.length>widest?`${text.slice(0,widest).replace(half,"")}\u2026`:text,endOf=text=>text.length>widest?`\u2026${text.slice(-160).replace(otherHalf,"")}`:text,half=/[\ud800-\udbff]$/,otherHalf=/^[\udc00-\udfff]/;function contentOf(report,context){const rules=rulesOf$1(report,context.rules).filter(({counts})=>counts.open+counts.waived+counts.unknown+counts.pass>0),ids=new Map,full=new Set,takeFull=budget(most.findingsInFull),takeLines=budget(most.findingLines),used=new Set;for(const{open,waived}of rules){for(const block of takeFull(open,most.findingsInFullOfRule).kept)full.add(block);const lines=[...open.filter(block=>!full.has(block)),...waived];for(const block of[...open.filter(block2=>full.has(block2)),...takeLines(lines,most.findingLinesOfRule).kept])ids.set(block,unused(`finding-${anchor(block.results[0].fingerprint.slice(0,12))}`,used))}return{report,context,rules,idle:[...context.rules.values()].filter(({id})=>!rules.some(rule=>rule.id===id)),criteria:new Set(rowsOf(report).map(({criterion:criterion2})=>criterion2)),excerpt:excerpts(context),idOf:block=>ids.get(block),inFull:block=>full.has(block)}}function unused(id,used){let free=id;for(let n=2;used.has(free);n++)free=`${id}-${n}`;return used.add(free),free}function rulesOf$1(report,known){const failures=byRule(report.results.filter(({subject})=>subject.role==="system").sort(worstFirst).filter(({verdict})=>verdict==="fail")),unknowns=byRule(unknownsOf(report)),passes=byRule(report.passes);return[...new Set([...known.keys(),...failures.keys(),...unknowns.keys(),...passes.keys()])].map(id=>{const info=known.get(id),fails=failures.get(id)??[],open=fails.filter(({disposition})=>disposition==="open"),waived=fails.filter(({disposition})=>disposition!=="open"),unknown=unknowns.get(id)??[],passed=(passes.get(id)??[]).map(({aspect,subjects})=>({aspect,subjects:subjects.map(index=>report.subjects[index]).filter(({role})=>role==="system")})).filter(({subjects})=>subjects.length>0),[first]=[...fails,...unknown];return{id,title:info?.title??id,reasons:info?.criteria??{},criteria:info?Object.keys(info.criteria):first?.criteria??[],page:info?.page??"",severity:first?.severity??info?.severity??"info",open:blocksOf(open),waived:blocksOf(waived),unknown,passes:passed,counts:{open:open.length,waived:waived.length,unknown:unknown.length,pass:passed.reduce((sum,{subjects})=>sum+subjects.length,0)}}}).map((rule,index)=>({rule,index})).sort((a,b)=>askFor(a.rule,b.rule)||a.index-b.index).map(({rule})=>rule)}function askFor(a,b){const group=({counts:{open,unknown,waived}})=>open>0?0:unknown>0?1:waived>0?2:3,worst=({open})=>open[0]?.results[0],[first,second]=[worst(a),worst(b)];return group(a)-group(b)||(first&&second?compareSeverity(first.severity,second.severity):0)||b.counts.open-a.counts.open}function byRule(entries){const map=new Map;for(const entry2 of entries){const same=map.get(entry2.rule);same?same.push(entry2):map.set(entry2.rule,[entry2])}return map}function coverageSection(report){const rows=rowsOf(report);return html$1`<section aria-labelledby="coverage">
    <h2 id="coverage">Coverage by category</h2>
    <p>Each tile is one criterion, with its state, and leads to its rules and findings.</p>
    ${legend(rows)}
    ${byCategory(rows).map(({title,rows:ofCategory})=>html$1`<div class="category">
          <h3>${title}</h3>
          ${seriesOf(ofCategory)}
        </div>`)}
  </section>`}function legend(rows){const states=Object.keys(stateWords).map(state=>({state,n:rows.filter(row=>row.state===state).length}));return html$1`<dl class="legend">
    ${states.filter(({n})=>n>0).map(({state,n})=>html$1`<div class="state-${state}">
            <dt>
              ${shape(state)} <span class="number">${n}</span> ${state==="gap"&&n>1?"gaps":stateWords[state]}
            </dt>
            <dd>${stateMeanings[state]}</dd>
          </div>`)}
  </dl>`}const seriesOf=rows=>groupBy(rows,row=>criterion(row.criterion).series).map(ofSeries=>{const[code,...words]=criterion(ofSeries[0].criterion).series.split(" ");return html$1`<div class="series">
      <h4><span class="code-of">${code}</span> ${words.join(" ")}</h4>
      <ul class="tiles">
        ${ofSeries.map(tile)}
      </ul>
    </div>`}),tile=row=>html$1`<li>
    <a class="tile state-${row.state}" href="#${row.criterion}">
      <span class="tile-head"><b>${row.criterion}</b> ${shape(row.state)}</span>
      <span class="tile-title">${row.title}</span>
      <span class="tile-state">${stateOf(row)}</span>
      ${numbers(row)}
    </a>
  </li>`;function numbers(row){const words=countWords(row);return words!==""&&html$1`<span class="tile-counts">${words}</span>`}function countWords(row){const fails=allFailures(row);return[fails>0&&`${thousands(fails)} fail`,row.counts.unknown>0&&`${thousands(row.counts.unknown)} unknown`,row.counts.pass>0&&`${thousands(row.counts.pass)} pass`,row.unread>0&&`${count(row.unread,"file")} unread`].filter(part=>part!==!1).join(" \xB7 ")}function stateLine(row){const notes=notesOf(row);return html$1`<span class="state state-${row.state}">${shape(row.state)} ${stateOf(row)}</span
    >${notes!==""&&html$1` <span class="aside">(${notes})</span>`}`}const exceptionStates={used:"in use",unused:"covers nothing",expired:"expired","not-checked":"not checked","no-equivalent":"no rule asks the same",invalid:"not valid"};function exceptionsSection({report,context}){const{exceptions,asOf,results}=report;if(exceptions.length===0)return;const shown=exceptions.slice(0,most.exceptions),covered=new Map;for(const{exception}of results)exception!==void 0&&covered.set(exception,(covered.get(exception)??0)+1);const rows=shown.map((entry2,index)=>{const{aspect,subject,path,reason,owner,approver,until,tool,location}=entry2,name=nameOf(aspect===void 0?{rule:entry2.rule}:{rule:entry2.rule,aspect}),of=subject??path;return html$1`<tr>
      <th scope="row"><code>${name}</code>${of!==void 0&&html$1`<br />for <code>${of}</code>`}</th>
      <td>${reason}${tool!==void 0&&html$1` <span class="aside">(a comment for ${tool})</span>`}</td>
      <td>${owner??unnamed}</td>
      <td>${approver??unnamed}</td>
      <td>
        ${until===void 0?"no end":html$1`<span class="date">${until}</span><br /><span class="aside">${distance(until,asOf)}</span>`}
      </td>
      <td>
        ${exceptionStates[entry2.state]}${entry2.new&&html$1`, <b>new in this change</b>`}<br /><span class="aside"
          >${count(covered.get(index)??0,"failure")}</span
        >
      </td>
      <td>${placeLink(location,context)}</td>
    </tr>`});return html$1`<section aria-labelledby="exceptions">
    <h2 id="exceptions">Exceptions</h2>
    ${table("exceptions-table","Failures that somebody accepted, who stands for it, and until when",["Rule","Reason","Owner","Approver","Until","State","Written at"],rows)}
    ${cutNote(exceptions.length-shown.length,"exception")}
    <p class="aside">
      A comment for another tool keeps a finding quiet and stays a gap until it is adopted into the register.
    </p>
  </section>`}const unnamed=html$1`<span class="aside">not named</span>`;function distance(date,asOf){const[to,from]=[Date.parse(date),Date.parse(asOf??"")];if(Number.isNaN(to)||Number.isNaN(from))return"";const days=Math.round((to-from)/864e5);return days===0?"the day of this report":days>0?`in ${count(days,"day")}`:`${count(-days,"day")} ago`}const manualEntry=({what,where,date,nextDue,overdue})=>html$1`${what}, ${where},
  ${date}${nextDue!==void 0&&`; next due ${nextDue}`}${overdue===!0&&html$1` <b>(overdue)</b>`}`;function manualSection(content){const{report}=content,rows=rowsOf(report),entries=rows.flatMap(row=>(row.manual??[]).map(entry2=>({row,entry:entry2}))),missing=rows.filter(({state,manual})=>state==="outside-repository"&&(manual??[]).length===0);if(entries.length+missing.length===0)return;const shown=entries.slice(0,most.records);return html$1`<section aria-labelledby="manual">
    <h2 id="manual">Evidence kept elsewhere</h2>
    ${shown.length>0&&table("manual-table","Recorded in .soc2/manual-evidence.yml; soc2-lint has not seen it",["Criterion","What","Where","Date","Next due"],shown.map(({row,entry:{what,where,date,nextDue,overdue}})=>html$1`<tr>
              <th scope="row">${criterionLink(row.criterion,content)}</th>
              <td>${what}</td>
              <td>${where}</td>
              <td class="date">${date}</td>
              <td>
                ${nextDue!==void 0?html$1`<span class="date">${nextDue}</span><br /><span class="aside">${overdue?html$1`<b>overdue</b>, `:""}${distance(nextDue,report.asOf)}</span>`:"not said"}
              </td>
            </tr>`))}
    ${cutNote(entries.length-shown.length,"record")}
    ${missing.length>0&&html$1`<p>
          No repository can show ${missing.length===1?"this criterion":"these criteria"}, and nothing is recorded
          for ${missing.length===1?"it":"them"} yet:
        </p>
        <ul class="plain-list">
          ${missing.map(({criterion:criterion2,title,elsewhere:elsewhere2})=>html$1`<li>
                ${criterionLink(criterion2,content)} ${title}. <span class="aside">From elsewhere: ${elsewhere2}.</span>
              </li>`)}
        </ul>`}
  </section>`}const reaches={primary:"a repository can show most of it",partial:"a repository can show a good part of it",weak:"a repository can lend support only",document:"a repository can show what documents say, and no more",none:"a repository can show nothing of it"},criteriaSection=content=>html$1`<section aria-labelledby="criteria">
    <h2 id="criteria">Criteria, one by one</h2>
    <p>
      What this repository holds for each criterion, why each rule is evidence for it, and what has to come from
      elsewhere. The titles are soc2-lint’s own words; the criteria themselves are the AICPA’s.
    </p>
    ${byCategory(rowsOf(content.report)).map(({title,rows})=>html$1`<h3>${title}</h3>
          ${rows.map(row=>criterionDetails(row,content))}`)}
  </section>`;function criterionDetails(row,content){const words=countWords(row);return html$1`<details class="entry">
    <summary>
      <h4><span class="code-of">${row.criterion}</span> ${row.title}</h4>
      <span class="entry-state"
        >${stateLine(row)}${words!==""&&html$1`<span class="entry-counts">${words}</span>`}</span
      >
    </summary>
    <div class="entry-body" id="${row.criterion}">
      <p>${stateMeanings[row.state]} Reach: <em>${row.reach}</em>, ${reaches[row.reach]}.</p>
      ${rulesOf(row,content)} ${elsewhere$1(row)}
    </div>
  </details>`}function rulesOf({criterion:id,state},content){const rules=content.rules.filter(({criteria})=>criteria.includes(id)),idle=content.idle.filter(({criteria})=>criteria[id]!==void 0).length;return rules.length+idle===0?state!=="outside-repository"&&state!=="out-of-scope"&&html$1`<p>No rule that took part looks at it.</p>`:[rules.length>0&&html$1`<h5>What rules show</h5>
        <ul class="rules-of">
          ${rules.map(rule=>ruleOf(rule,id,content))}
        </ul>`,idle>0&&html$1`<p class="aside">
        ${rules.length>0?count(idle,"more rule"):count(idle,"rule")} would support it and found nothing to judge
        here.
      </p>`]}function ruleOf(rule,id,content){const shown=rule.open.slice(0,most.findingsOfCriterion),more=rule.open.length-shown.length;return html$1`<li>
    <p class="rule-name">
      <a href="#rule-${anchor(rule.id)}">${rule.title}</a> <span class="aside">${ruleCounts(rule)}</span>
    </p>
    <p class="why">${rule.reasons[id]??""}</p>
    ${shown.length>0&&html$1`<ul class="finding-lines">
        ${shown.map(block=>html$1`<li>${findingLine(block,content,!0)}</li>`)}${more>0&&html$1`<li><a href="#rule-${anchor(rule.id)}">…and ${count(more,"more finding")} of this rule</a></li>`}
      </ul>`}
  </li>`}const ruleCounts=({counts:{open,unknown,waived,pass}})=>[open>0&&`${open} open`,unknown>0&&`${unknown} unknown`,waived>0&&`${waived} waived`,pass>0&&`${pass} pass`].filter(part=>part!==!1).join(" \xB7 ");function elsewhere$1(row){const{documents}=criterion(row.criterion),manual=row.manual??[];return html$1`<h5>Beyond this scan</h5>
    <dl class="beyond">
      <div>
        <dt>What must come from elsewhere</dt>
        <dd>${row.elsewhere}</dd>
      </div>
      ${documents!==""&&html$1`<div>
          <dt>Documents that describe it</dt>
          <dd>${documents}</dd>
        </div>`}
      ${(manual.length>0||row.state==="outside-repository")&&html$1`<div>
          <dt>Recorded as kept elsewhere</dt>
          <dd>
            ${manual.length===0?html$1`nothing yet, in <code>.soc2/manual-evidence.yml</code>`:html$1`<ul>
                    ${manual.map(entry2=>html$1`<li>${manualEntry(entry2)}</li>`)}
                  </ul>`}
          </dd>
        </div>`}
    </dl>`}const nameOfSystem=({system},{links})=>system?.name??links?.repository,titleOf=(report,context)=>{const name=nameOfSystem(report,context);return`${report.scope.partial?"SOC 2: some files":"SOC 2 coverage"}${name===void 0?"":` of ${name}`}, ${readAt(report)}`};function head(report,context){const{repository,asOf,summary,limits,scope}=report,{files}=summary,name=nameOfSystem(report,context);return html$1`<header class="page-head">
    <p class="eyebrow">${scope.partial?"SOC 2: some files":"SOC 2 coverage"}</p>
    <h1>${name??"What this repository can show"}</h1>
    <div class="limits" role="note" aria-label="The limits of this page">
      ${limits.map(sentence=>html$1`<p>${sentence}</p>`)}
    </div>
    <dl class="facts">
      ${fact("Commit",repository.commit?html$1`<code>${repository.commit.slice(0,12)}</code>${repository.dirty&&" with changes that are not committed"}`:"none")}
      ${fact("As of",asOf??"no date")} ${fact("Engagement",engagementOf(report.engagement))}
      ${fact("In scope",scopeOf(report))}
      ${fact("Read",`${thousands(files.read)} of ${thousands(files.listed)} files${files.unread>0?`; ${thousands(files.unread)} could not be read`:""}`)}
      ${fact("Judged",`${count(summary.subjects,"subject")}, by ${count(summary.rules,"rule")}`)}
    </dl>
    ${figures(report)}
  </header>`}const fact=(term,value)=>html$1`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;function engagementOf({type,asOf,period}){return type===null?"none stated":period?`Type ${type}, ${period.from} to ${period.to}`:asOf===void 0?`Type ${type}`:`Type ${type}, as of ${asOf}`}function figures({summary}){const{open,unknown,accepted,inherited,baseline,passes,elsewhere:elsewhere2}=summary,total=severities.reduce((sum,severity)=>sum+open[severity],0),worst=severities.filter(severity=>open[severity]>0).map(severity=>html$1`<li>${thousands(open[severity])} ${severityWord(severity)}</li>`);return html$1`<dl class="figures">
    <div class="wide">
      <dt>Open findings</dt>
      <dd>
        <span class="big">${thousands(total)}</span>${worst.length>0&&html$1`<ul>
            ${worst}
          </ul>`}
      </dd>
    </div>
    ${figure("Unknown",unknown)} ${figure("Accepted",accepted)}
    ${inherited>0&&figure("Waived by other tools\u2019 comments",inherited)}
    ${baseline>0&&figure("In the baseline",baseline)} ${figure("Passes",passes)}
    ${elsewhere2>0&&figure("In examples, tests and vendored code",elsewhere2)}
  </dl>`}const figure=(term,n)=>html$1`<div>
    <dt>${term}</dt>
    <dd><span class="big">${thousands(n)}</span></dd>
  </div>`;function inventorySection({report,context}){const{inventory}=report;if(inventory.length===0)return;const take=budget(most.subjects);return html$1`<section aria-labelledby="inventory">
    <h2 id="inventory">Inventory of systems</h2>
    ${table("inventory-table","What the repository describes, by kind and provider",["Kind","Provider","Role","Number"],inventory.map(({plural,provider,role,count:n})=>html$1`<tr>
            <th scope="row">${plural}</th>
            <td>${provider}</td>
            <td>${role}</td>
            <td class="figure">${thousands(n)}</td>
          </tr>`))}
    ${groupBy(subjectsOf(report),({kind})=>kind).map(subjects=>{const{kept,missing}=take(subjects,most.subjectsOfKind),plural=inventory.find(({kind})=>kind===subjects[0].kind).plural;return html$1`<details class="entry quiet">
        <summary>
          <h3>${capital(plural)}, by name</h3>
          <span class="entry-state"><span class="entry-counts">${count(subjects.length,"subject")}</span></span>
        </summary>
        <div class="entry-body">
          <ul class="subjects">
            ${kept.map(({name,role,location})=>html$1`<li>
                  <code>${name}</code>
                  ${placeLink(location,context)}${role!=="system"&&html$1` <span class="aside">${role}</span>`}
                </li>`)}
          </ul>
          ${cutNote(missing,"subject")}
        </div>
      </details>`})}
  </section>`}function subjectsOf({subjects,inventory}){return[...new Set(inventory.map(({kind})=>kind))].flatMap(kind=>subjects.filter(subject=>subject.kind===kind))}const capital=text=>text.slice(0,1).toUpperCase()+text.slice(1);function problemsSection(content){const{problems}=content.report;if(problems.length===0)return;const shown=problems.slice(0,most.problems);return html$1`<section aria-labelledby="problems">
    <h2 id="problems">Problems of the scan</h2>
    <ul class="plain-list">
      ${shown.map(({message,location,criteria,notice})=>html$1`<li>
            <b class="problem-word">${notice?"notice":"problem"}</b> ${message}
            ${placeLink(location??null,content.context)}${criteria&&criteria.length>0&&html$1` <span class="aside"
                >could touch
                ${criteria.length>12?`${criteria.length} criteria`:joined(criteria.map(id=>criterionLink(id,content)),", ")}</span
              >`}
          </li>`)}
    </ul>
    ${cutNote(problems.length-shown.length,"problem")}
  </section>`}function rulesSection(content){const take={passes:budget(most.passes),unknowns:budget(most.unknowns)},{rules,idle}=content;return html$1`<section aria-labelledby="rules">
    <h2 id="rules">Rules and what they found</h2>
    <p>
      ${rules.length===0?"No rule found anything to judge.":html$1`${count(rules.length,"rule")} had something to judge; what asks for work comes first.`}${idle.length>0&&html$1` ${count(idle.length,rules.length===0?"rule":"other rule")} took part and found nothing of their
        kind here.`}${!rules.some(({page:page2})=>isAddress(page2))&&html$1` <code>soc2-lint explain RULE</code> says what a rule looks at, and what it can’t show.`}
    </p>
    ${rules.map(rule=>ruleDetails(rule,content,take))} ${elsewhere(content)}
  </section>`}const isAddress=page2=>/^https?:\/\//.test(page2);function ruleDetails(rule,content,take){const worst=rule.open[0]?.results[0].severity;return html$1`<details class="entry">
    <summary>
      <h3>${rule.title}</h3>
      <span class="entry-state"
        >${worst&&severityWord(worst)}<span class="entry-counts">${ruleCounts(rule)}</span></span
      >
    </summary>
    <div class="entry-body" id="rule-${anchor(rule.id)}">
      <p class="rule-id">
        <code>${rule.id}</code
        >${isAddress(rule.page)&&html$1` · <a href="${rule.page}" rel="noreferrer">what it looks at, and what it can’t show</a>`}
      </p>
      <p class="aside">A pass is evidence because:</p>
      ${reasonsOf(rule,content)} ${openPart(rule,content)} ${unknownPart(rule,content,take)}
      ${waivedPart(rule,content)} ${passPart(rule,content,take)}
    </div>
  </details>`}function openPart({open},content){if(open.length===0)return;const remedies=new Set(open.flatMap(({results})=>results.map(result=>result.do))),full=open.filter(block=>content.inFull(block)),lines=open.filter(block=>!content.inFull(block)&&content.idOf(block)!==void 0);return[remedies.size===1&&html$1`<p class="do"><b>To do</b> ${[...remedies][0]}</p>`,full.map(block=>finding(block,content,remedies.size>1)),lines.length>0&&html$1`<h4>${full.length>0?`${lines.length} more`:"Open"}, in short</h4>
        <ul class="finding-lines">
          ${lines.map(block=>html$1`<li id="${content.idOf(block)}">${findingLine(block,content,!1)}</li>`)}
        </ul>`,cutNote(open.length-full.length-lines.length,"finding")]}function unknownPart({unknown},{context},take){if(unknown.length===0)return;const{kept,missing}=take.unknowns(unknown,most.unknownsOfReason);return[html$1`<h4>${count(unknown.length,"unknown")}: neither pass nor fail</h4>
      <ul class="finding-lines">
        ${kept.map(result=>html$1`<li>
              ${result.message}
              ${placeLink(result.location,context)}${result.reason&&html$1` <span class="aside">${settle(result.reason)}</span>`}
            </li>`)}
      </ul>`,cutNote(missing,"unknown")]}function waivedPart({waived,counts},content){if(waived.length===0)return;const shown=waived.filter(block=>content.idOf(block)!==void 0);return[html$1`<h4>${count(counts.waived,"failure")} that somebody waived or that stood before</h4>
      <ul class="finding-lines">
        ${shown.map(block=>html$1`<li id="${content.idOf(block)}">
              ${findingLine(block,content,!1)}
              <span class="aside">${waiver(block.results[0],content.report)}</span>
            </li>`)}
      </ul>`,cutNote(waived.length-shown.length,"failure")]}function waiver({disposition,exception},{exceptions}){if(disposition==="baseline")return"in the baseline: known before, still a gap";const entry2=exception===void 0?void 0:exceptions[exception];return entry2?html$1`${waiverWords(entry2)}: “${entry2.reason}”`:disposition==="inherited"?"waived by another tool's comment, still a gap":"accepted"}const waiverWords=({tool,approver,until})=>[tool?`waived by a comment for ${tool}, still a gap`:"accepted",approver&&`approved by ${approver}`,until&&`until ${until}`].filter(Boolean).join(", ");function passPart({passes,counts},{context},take){if(counts.pass!==0)return html$1`<details class="passes">
    <summary>${count(counts.pass,"pass","passes")}, with what passed</summary>
    ${passes.map(({aspect,subjects})=>{const{kept,missing}=take.passes(subjects,most.passesOfAspect);return html$1`${passes.length>1&&aspect!==void 0&&html$1`<p class="aspect"><code>${aspect}</code> ${count(subjects.length,"subject")}</p>`}
        <ul class="subjects">
          ${kept.map(({kind,name,location})=>html$1`<li>
                ${joined([html$1`<code title="${kind}">${name}</code>`,placeLink(location,context)].filter(Boolean)," ")}
              </li>`)}
        </ul>
        ${cutNote(missing,"subject")}`})}
  </details>`}function elsewhere(content){const failures=content.report.results.filter(({verdict,subject})=>verdict==="fail"&&subject.role!=="system").sort(worstFirst);if(failures.length===0)return;const blocks=blocksOf(failures),shown=blocks.slice(0,most.elsewhere);return html$1`<details class="entry quiet">
    <summary>
      <h3>In examples, tests and vendored code</h3>
      <span class="entry-state"
        ><span class="entry-counts">${count(failures.length,"failure")}, in no count above</span></span
      >
    </summary>
    <div class="entry-body">
      <ul class="finding-lines">
        ${shown.map(block=>html$1`<li>${findingLine(block,content,!1)} <code>${nameOf(block.results[0])}</code></li>`)}
      </ul>
      ${cutNote(blocks.length-shown.length,"finding")}
    </div>
  </details>`}const light=`
--paper:#fcfbf9;--raised:#fff;--ink:#22262b;--soft:#5a6068;--line:#dcd8d0;--link:#1c4e80;--code:#f4f2ed;--mark:#fbe3a6;--mark-ink:#3d2c00;
--gap:#9c2a1e;--gap-ground:#fbefec;--undetermined:#613d94;--undetermined-ground:#f5f1fa;--accepted:#76530a;--accepted-ground:#faf4e6;
--evidence:#1c4e80;--evidence-ground:#eff4f9;--on-shape:#fff;`,style=`:root{color-scheme:light dark;${light}}
@media (prefers-color-scheme:dark){:root{
--paper:#15181b;--raised:#1b1f23;--ink:#e7e4de;--soft:#a5abb2;--line:#363b41;--link:#9cc7ee;--code:#20252a;--mark:#5c4713;--mark-ink:#fff1cf;
--gap:#f4a097;--gap-ground:#2d1f1e;--undetermined:#cbb2f0;--undetermined-ground:#262131;--accepted:#e5bf74;--accepted-ground:#2a251a;
--evidence:#9cc7ee;--evidence-ground:#1b2733;--on-shape:#15181b;}}
*,*::before,*::after{box-sizing:border-box}
html{font:100%/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color:var(--ink);background:var(--paper);-webkit-text-size-adjust:100%;text-size-adjust:100%;scroll-padding-top:1.5rem}
body{margin:0 auto;max-width:82rem;padding:0 clamp(1rem,4vw,3rem)}
h1,h2,h3,h4,h5,p,ul,dl,dd,figure{margin:0;padding:0}
h1,h2,.big{font-family:ui-serif,Charter,"Iowan Old Style",Cambria,"Noto Serif",Georgia,serif;font-weight:600;letter-spacing:-.012em}
h1{font-size:clamp(1.9rem,1.4rem + 2vw,2.75rem);line-height:1.12;text-wrap:balance}
h2{font-size:1.6rem;line-height:1.2;margin-bottom:.6rem}
h3{font-size:1.06rem;line-height:1.35;font-weight:600}
h4,h5{font-size:.95rem;line-height:1.4;font-weight:650}
h5{margin-top:1.1rem;color:var(--soft);font-weight:600}
p{max-width:72ch;text-wrap:pretty}
ul{list-style-type:""}
a{color:var(--link);text-decoration-thickness:.06em;text-underline-offset:.2em;text-decoration-color:color-mix(in srgb,currentColor 45%,transparent)}
a:hover{text-decoration-color:currentColor}
:focus-visible{outline:3px solid var(--link);outline-offset:2px;border-radius:3px}
main:focus{outline:none}
code,pre{font-family:ui-monospace,"SF Mono","Cascadia Mono",Menlo,Consolas,"Noto Sans Mono","DejaVu Sans Mono",monospace;font-size:.86em;unicode-bidi:isolate;overflow-wrap:anywhere}
.aside{color:var(--soft);font-size:.92em}
.date,.figure,.number,.big{font-variant-numeric:tabular-nums lining-nums}
.date{white-space:nowrap}
.sheet{position:absolute}
.shape{width:1em;height:1em;flex:none;vertical-align:-.12em}
.skip{position:absolute;left:-100rem}
.skip:focus{left:1rem;top:.5rem;z-index:2;background:var(--raised);padding:.5rem .9rem;border:1px solid var(--line)}
.cut{margin:.6rem 0;color:var(--soft);font-style:italic}
section{margin-top:4rem}
section>p{margin-bottom:1rem;color:var(--soft)}
footer{margin:5rem 0 3rem;padding-top:1.2rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
footer p+p{margin-top:.4rem}
nav{padding:1.4rem 0 0;font-size:.9rem}
nav ul{display:flex;flex-wrap:wrap;gap:.3rem 1.3rem}
nav a{color:var(--soft);text-decoration:none;display:inline-block;padding:.15rem 0}
nav a:hover{color:var(--ink);text-decoration:underline}
@media (min-width:76rem){
body{display:grid;grid-template-columns:10.5rem minmax(0,1fr);column-gap:3rem}
nav{grid-row:1/span 2;padding-top:4rem}
nav ul{position:sticky;top:2rem;flex-direction:column;gap:.5rem;border-left:1px solid var(--line);padding-left:1rem}
main,footer{grid-column:2}}
.page-head{padding-top:clamp(1.5rem,4vw,3.6rem)}
.eyebrow{color:var(--soft);font-size:.95rem;margin-bottom:.35rem}
.limits{margin:1.4rem 0 0;padding:.1rem 0 .1rem 1.1rem;border-left:3px solid var(--line)}
.limits p{max-width:64ch}
.facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(15rem,1fr));gap:1rem 2rem;margin-top:2rem;padding-top:1.3rem;border-top:1px solid var(--line)}
dt{color:var(--soft);font-size:.86rem}
.facts dd{overflow-wrap:anywhere}
.figures{display:flex;flex-wrap:wrap;gap:1.2rem 2.6rem;margin-top:1.6rem;padding-top:1.3rem;border-top:1px solid var(--line)}
.figures dd{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem .9rem}
.figures ul{display:flex;flex-wrap:wrap;gap:.1rem .9rem}
.big{font-size:1.9rem;line-height:1.25}
.state-gap{--tone:var(--gap);--ground:var(--gap-ground)}
.state-undetermined{--tone:var(--undetermined);--ground:var(--undetermined-ground)}
.state-accepted{--tone:var(--accepted);--ground:var(--accepted-ground)}
.state-evidence{--tone:var(--evidence);--ground:var(--evidence-ground)}
.state-supporting-evidence{--tone:var(--evidence);--ground:transparent}
.state-nothing-to-judge,.state-outside-repository,.state-out-of-scope{--tone:var(--soft);--ground:transparent}
.state{color:var(--tone);font-weight:600;white-space:nowrap}
.severity{font-weight:650;color:var(--soft);white-space:nowrap}
.severity.critical,.severity.high{color:var(--gap)}
.severity.critical{text-decoration:underline;text-decoration-thickness:.14em;text-underline-offset:.16em}
.severity.medium{color:var(--accepted)}
.legend{display:grid;grid-template-columns:repeat(auto-fill,minmax(17rem,1fr));gap:1rem 2rem;margin:1.6rem 0 0}
.legend dt{color:var(--tone);font-weight:600;font-size:1rem}
.legend dd{color:var(--soft);font-size:.88rem;line-height:1.45;margin-top:.1rem}
.category{margin-top:2.4rem}
.category>h3{font-size:1.15rem;padding-bottom:.5rem;border-bottom:1px solid var(--line)}
.series{display:grid;grid-template-columns:minmax(0,1fr);gap:.45rem;padding:.85rem 0 0}
.series h4{font-weight:500;color:var(--soft);font-size:.88rem}
.series h4 .code-of{font-weight:650;color:var(--ink)}
@media (min-width:46rem){.series{grid-template-columns:8.5rem minmax(0,1fr);column-gap:1rem}.series h4 .code-of{display:block}}
.tiles{display:grid;grid-template-columns:repeat(auto-fill,minmax(9.4rem,1fr));gap:.5rem}
.tile{display:flex;flex-direction:column;height:100%;min-height:6.6rem;padding:.5rem .65rem .55rem;border:1px solid var(--line);border-radius:5px;background:var(--ground);color:var(--ink);text-decoration:none;line-height:1.3}
.tile:hover{border-color:var(--tone)}
.tile.state-gap{border-color:var(--tone);border-width:1px 1px 1px 4px;padding-left:.45rem}
.tile.state-undetermined,.tile.state-nothing-to-judge{border-style:dashed}
.tile.state-undetermined,.tile.state-accepted{border-color:var(--tone)}
.tile-head{display:flex;justify-content:space-between;align-items:center;color:var(--tone)}
.tile-head b{color:var(--ink);font-size:.92rem}
.tile-title{font-size:.8rem;margin:.12rem 0 .35rem}
.tile-state{margin-top:auto;font-size:.8rem;font-weight:600;color:var(--tone)}
.tile-counts{font-size:.76rem;color:var(--soft);font-variant-numeric:tabular-nums}
summary{cursor:pointer}
.entry{border-top:1px solid var(--line)}
.entry:last-of-type{border-bottom:1px solid var(--line)}
section>h3{margin:2.2rem 0 .6rem}
.entry>summary{display:grid;grid-template-columns:1rem minmax(0,1fr);gap:.1rem .7rem;align-items:baseline;padding:.65rem .2rem;list-style:none}
.entry>summary::-webkit-details-marker{display:none}
.entry>summary::before{content:"";width:.45rem;height:.45rem;border:solid var(--soft);border-width:0 1.6px 1.6px 0;transform:rotate(-45deg);align-self:center;justify-self:center}
.entry[open]>summary::before{transform:rotate(45deg)}
.entry>summary:hover h3,.entry>summary:hover h4{text-decoration:underline;text-decoration-thickness:.06em;text-underline-offset:.2em}
.entry>summary h3,.entry>summary h4{font-size:1rem;font-weight:500}
.entry>summary h3{overflow-wrap:anywhere}
.entry .code-of{font-weight:650;display:inline-block;min-width:3.6rem}
.entry-state{grid-column:2;display:flex;flex-wrap:wrap;gap:0 .8rem;font-size:.9rem}
.entry-counts{color:var(--soft);font-variant-numeric:tabular-nums}
@media (min-width:58rem){.entry>summary{grid-template-columns:1rem minmax(0,1fr) auto}.entry-state{grid-column:3;justify-content:flex-end;text-align:right}}
.entry-body{padding:.2rem .2rem 1.8rem 1.9rem;scroll-margin-top:6rem}
.entry-body>*+*{margin-top:.8rem}
.rules-of>li{padding:.7rem 0;border-top:1px solid var(--line)}
.rules-of>li:first-child{border-top:0;padding-top:.2rem}
.rule-name{font-weight:600}
.rule-name .aside{font-weight:400;white-space:nowrap}
.why,.rule-id{color:var(--soft)}
.reasons>div,.beyond>div{display:grid;grid-template-columns:4rem minmax(0,1fr);gap:.2rem .8rem;padding:.18rem 0}
.reasons dt{font-size:.95rem;font-weight:600}
.reasons dd,.beyond dd{max-width:72ch}
.beyond>div{grid-template-columns:minmax(0,1fr)}
@media (min-width:46rem){.beyond>div{grid-template-columns:13rem minmax(0,1fr)}}
.finding-lines{font-size:.94rem}
.finding-lines>li{padding:.22rem 0 .22rem 1rem;text-indent:-1rem;max-width:92ch}
.finding-lines>li *{text-indent:0}
.rules-of .finding-lines{margin-top:.3rem}
.place{color:inherit}
.subjects{columns:22rem auto;column-gap:2rem;font-size:.9rem}
.subjects li{break-inside:avoid;padding:.1rem 0;color:var(--soft)}
.subjects li code:first-child{color:var(--ink)}
.passes{margin-top:1rem}
.passes>summary{color:var(--link);list-style:none;display:flex;gap:.7rem;align-items:center}
.passes>summary::-webkit-details-marker{display:none}
.passes>summary::before{content:"";width:.4rem;height:.4rem;border:solid currentColor;border-width:0 1.6px 1.6px 0;transform:rotate(-45deg)}
.passes[open]>summary::before{transform:rotate(45deg)}
.aspect{margin:.7rem 0 .2rem;color:var(--soft)}
.plain-list>li{padding:.25rem 0;max-width:88ch}
.problem-word{font-weight:650}
.finding{margin-top:1.4rem}
.finding h4{font-weight:600;font-size:1rem;max-width:80ch;overflow-wrap:anywhere}
.where{color:var(--soft);font-size:.9rem;max-width:none}
.do{max-width:80ch}
.do b{font-weight:650;margin-right:.35em}
.finding>*+*{margin-top:.4rem}
.code{margin:0;padding:.55rem 0;background:var(--code);border-radius:5px;line-height:1.5;white-space:pre-wrap}
.code .line{display:grid;grid-template-columns:3.6rem minmax(0,1fr)}
.code .number{color:var(--soft);text-align:right;padding-right:1rem;user-select:none;-webkit-user-select:none}
.code .line>span:last-child{padding-right:.8rem;overflow-wrap:anywhere}
.code .label{color:var(--soft);font-family:ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
.code .label>span:last-child::before{content:"\u2191 ";content:"\u2191 " / ""}
mark{background:var(--mark);color:var(--mark-ink);border-radius:2px;padding:.05em 0;-webkit-box-decoration-break:clone;box-decoration-break:clone}
.also,.related{font-size:.92rem;color:var(--soft)}
.also li,.related li{padding-left:1rem;text-indent:-1rem}
.also li::before,.related li::before{content:"\u2013 "}
:target{scroll-margin-top:6rem}
.finding:target,li:target{box-shadow:-.7rem 0 0 var(--paper),-.9rem 0 0 var(--link)}
.scroll{overflow-x:auto;margin:1rem 0}
table{border-collapse:collapse;width:100%;font-size:.93rem}
caption{text-align:left;color:var(--soft);padding-bottom:.5rem}
th,td{text-align:left;vertical-align:top;padding:.5rem 1.2rem .5rem 0;border-top:1px solid var(--line);font-weight:400}
tbody th{font-weight:500}
thead th{color:var(--soft);font-size:.86rem;border-top:0;white-space:nowrap}
tbody tr:last-child>*{border-bottom:1px solid var(--line)}
td.figure{text-align:right}
table:has(td.figure) thead th:last-child{text-align:right}
td{min-width:6rem}
table code{overflow-wrap:break-word}${`
@page{margin:17mm 15mm}
@media print{
:root{${light}--paper:#fff;--raised:#fff}
html{font-size:9.5pt;background:#fff}
body{display:block;max-width:none;padding:0}
nav,.skip{display:none}
section{margin-top:2.2rem}
details::details-content{content-visibility:visible;block-size:auto}
.entry>summary::before,.passes>summary::before{display:none}
.entry>summary{grid-template-columns:minmax(0,1fr) auto}
.entry-state{grid-column:2}
.entry-body{padding-left:0}
h2,h3,h4,h5,summary,caption,thead,.where{break-after:avoid}
.tile,.line,.fact,.legend>div,tr,.do{break-inside:avoid}
.series{break-inside:avoid;grid-template-columns:7rem minmax(0,1fr)}
.tiles{grid-template-columns:repeat(4,minmax(0,1fr))}
.tile{min-height:0}
.scroll{overflow:visible}
*{print-color-adjust:exact;-webkit-print-color-adjust:exact}
a{color:inherit;text-decoration:none}}`}
`;function unknownsSection({report,context}){const unknowns=unknownsOf(report),{unresolved}=report;if(unknowns.length+unresolved.length===0)return;const take=budget(most.unknowns),groups=groupBy(unknowns,result=>result.reason?.settledBy??result.do).sort((a,b)=>b.length-a.length);return html$1`<section aria-labelledby="unknown">
    <h2 id="unknown">Unknown, and what would settle it</h2>
    <p>Neither pass nor fail, and never counted as either.</p>
    ${groups.map(group=>{const{kept,missing}=take(group,most.unknownsOfReason);return entry(group[0].reason?.settledBy??group[0].do,count(group.length,"unknown"),html$1`<ul class="finding-lines">
            ${kept.map(result=>html$1`<li>
                  ${result.message} ${placeLink(result.location,context)}
                  <a class="aside" href="#rule-${anchor(result.rule)}">${nameOf(result)}</a>
                </li>`)}
          </ul>
          ${cutNote(missing,"unknown")}`)})}
    ${groupBy(unresolved,({reason})=>reason.settledBy).map(group=>{const shown=group.slice(0,most.unresolved);return entry(group[0].reason.settledBy,`${group.length} not followed`,html$1`<ul class="finding-lines">
            ${shown.map(({name,location})=>html$1`<li><code>${name}</code> ${placeLink(location,context)}</li>`)}
          </ul>
          ${cutNote(group.length-shown.length,"thing")}`)})}
  </section>`}const entry=(settledBy,counted,body)=>html$1`<details class="entry">
    <summary>
      <h3>Settled by ${settledBy}</h3>
      <span class="entry-state"><span class="entry-counts">${counted}</span></span>
    </summary>
    <div class="entry-body">${body}</div>
  </details>`;function page(report,context){const content=contentOf(report,context),whole=!report.scope.partial,shown=[["change","This change",changeSection(content)],["coverage","Coverage",whole&&coverageSection(report)],["rules","Rules and findings",rulesSection(content)],["unknown","Unknown",unknownsSection(content)],["criteria","Criteria",whole&&criteriaSection(content)],["exceptions","Exceptions",exceptionsSection(content)],["manual","Evidence elsewhere",whole&&manualSection(content)],["inventory","Inventory",inventorySection(content)],["problems","Problems",problemsSection(content)]].filter(([,,section])=>section instanceof Markup);return html$1`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src '${hashOf(style)}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${titleOf(report,context)}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the report</a>
        ${shapeSheet}
        <nav aria-label="Sections">
          <ul>
            ${shown.map(([id,name])=>html$1`<li><a href="#${id}">${name}</a></li>`)}
          </ul>
        </nav>
        <main id="main" tabindex="-1">${head(report,context)} ${shown.map(([,,section])=>section)}</main>
        <footer>
          <p>${report.limits.join(" ")}</p>
          <p>${report.tool.name} ${report.tool.version}. The same tree and arguments give the same page.</p>
        </footer>
      </body>
    </html> `}const hashOf=text=>`sha256-${createHash("sha256").update(text).digest("base64")}`,html=(report,context)=>`${page(report,context).text.trim()}
`;export{html};
