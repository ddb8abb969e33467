import{An as compareSeverity,B as rowsOf,F as byCategory,Gn as criterion,H as settle,K as thousands,L as count,P as allFailures,R as notesOf,T as piecesOf,U as stateOf,V as scopeOf,W as stateWords,X as secretPattern,Z as blocksOf,at as unknownsOf,et as groupBy,ft as pathUri,jn as severities,nt as nameOf,ot as worstFirst,rt as openFindings,tt as isOfThisChange,w as lastOnly,z as readAt}from"./core.js";import{a as table,c as stateMeanings,d as joined,i as most,l as anchor,n as budget,o as shell,r as cutNote,s as shape,t as style,u as html$1}from"./style.js";const messagesShown=10,placesShown=6;function placeLink(location,{links}){if(!location)return;const text=html$1`<code class="place">${location.file}:${location.startLine}</code>`;if(!links)return text;const address=`${links.server}/${links.repository}/blob/${links.commit}/${pathUri(location.file)}#L${location.startLine}`;return html$1`<a href="${address}" rel="noreferrer">${text}</a>`}const severityWord=severity=>html$1`<span class="severity ${severity}">${severity}</span>`;function findingLine(block,content,linked){const[first]=block.results,id=linked?content.idOf(block):void 0,more=block.results.length-1,message=html$1`${first.message}${more>0&&` (and ${more} more at the same place)`}`;return html$1`${severityWord(first.severity)} ${id===void 0?message:html$1`<a href="#${id}">${message}</a>`}
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
  </dl>`,criterionLink=(id,{criteria})=>criteria.has(id)?html$1`<a href="#${id}">${id}</a>`:id;function changeSection(content){const{report}=content,{comparison}=report;if(!comparison)return;const open=openFindings(report),ofChange=open.filter(result=>isOfThisChange(report,result)).length,moved=comparison.coverage.filter(({before,after})=>before!==after);return html$1`<section aria-labelledby="change">
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
  ${date}${nextDue!==void 0&&`; next due ${nextDue}`}${overdue===!0&&html$1` <b>(overdue)</b>`}`;function manualSection(content){const{report}=content,rows=rowsOf(report),entries=rows.flatMap(row=>(row.manual??[]).map(entry2=>({row,entry:entry2}))),missing=rows.filter(({state,reach,manual})=>reach==="none"&&state!=="out-of-scope"&&(manual??[]).length===0);if(entries.length+missing.length===0)return;const shown=entries.slice(0,most.records);return html$1`<section aria-labelledby="manual">
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
      ${(manual.length>0||row.reach==="none"&&row.state!=="out-of-scope")&&html$1`<div>
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
  </details>`}function unknownsSection({report,context}){const unknowns=unknownsOf(report),{unresolved}=report;if(unknowns.length+unresolved.length===0)return;const take=budget(most.unknowns),groups=groupBy(unknowns,result=>result.reason?.settledBy??result.do).sort((a,b)=>b.length-a.length);return html$1`<section aria-labelledby="unknown">
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
  </details>`;function page(report,context){const content=contentOf(report,context),whole=!report.scope.partial;return shell({title:titleOf(report,context),style,head:head(report,context),sections:[["change","This change",changeSection(content)],["coverage","Coverage",whole&&coverageSection(report)],["rules","Rules and findings",rulesSection(content)],["unknown","Unknown",unknownsSection(content)],["criteria","Criteria",whole&&criteriaSection(content)],["exceptions","Exceptions",exceptionsSection(content)],["manual","Evidence elsewhere",whole&&manualSection(content)],["inventory","Inventory",inventorySection(content)],["problems","Problems",problemsSection(content)]],footer:[report.limits.join(" "),`${report.tool.name} ${report.tool.version}. The same tree and arguments give the same page.`]})}const html=(report,context)=>`${page(report,context).text.trim()}
`;export{html};
