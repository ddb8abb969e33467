import{a as table,f as raw,l as anchor,o as shell,r as cutNote,t as style$1,u as html}from"./style.js";import{Gn as criterion,K as thousands,L as count}from"./core.js";import{c as eventLine,d as withoutWindows,i as resultWords,l as byWhat,n as dueText,o as reviewTotals,r as nameOf,s as termText,t as contradictionLine,u as limits}from"./reviews.js";import{n as timeOfDay,t as dayOfTime}from"./commit.js";const most$1=500;function reviewsSection({reviews,happenings}){if(reviews.length+happenings.length===0)return;const dues=reviews.flatMap(review=>review.dues.map(due=>({review,due}))),quiet=reviews.filter(review=>review.dues.length===0),unclear=reviews.filter(review=>review.unclear.length>0).slice(0,most$1),stamps=reviews.flatMap(review=>review.stamps.filter(({kind})=>kind!=="on-the-day").map(stamp=>({review,stamp})));return html`<section aria-labelledby="reviews">
    <h2 id="reviews">Reviews that were due</h2>
    <p>${reviewTotals(reviews)} Each is held against what was laid down at that time.</p>
    ${dues.length>0&&table("reviews-table","Policies, vendors and records",["What","Due","Result","How"],dues.slice(0,most$1).map(({review,due})=>html`<tr>
              <th scope="row">${nameOf(review)}</th>
              <td class="date">${due.due}</td>
              <td><b>${resultWords[due.result]}</b></td>
              <td>${dueText(due)}</td>
            </tr>`))}
    ${cutNote(dues.length-most$1,"review")}
    ${quiet.length>0&&html`<h3>No review was due</h3>
        <ul class="plain-list">
          ${quiet.slice(0,most$1).map(review=>html`<li>${nameOf(review)}: ${quietText(review)}</li>`)}
        </ul>
        ${cutNote(quiet.length-most$1,"document")}`}
    ${unclear.length>0&&html`<h3>Dates that can’t be told</h3>
        <ul class="plain-list">
          ${unclear.map(review=>html`<li>${nameOf(review)}: ${review.unclear.join(", ")}</li>`)}
        </ul>`}
    ${happenings.length>0&&html`<h3>On record when something happens</h3>
        <ul class="plain-list">
          ${happenings.map(({file,days})=>html`<li>${file}: ${days.length===0?"no entry within the period":days.join(", ")}</li>`)}
        </ul>`}
    ${stamps.length>0&&table("stamps-table","Days that documents state, against the commits that set them, where they are more than a day apart",["Document","States","Written down","By"],stamps.slice(0,most$1).map(({review,stamp:{stated,recorded,commit:commit2,days,kind}})=>html`<tr>
              <th scope="row">${nameOf(review)}</th>
              <td class="date">${stated}</td>
              <td>
                <span class="date">${recorded}</span><br /><span class="aside"
                  >${kind==="in-the-future"?`${count(-days,"day")} before that day came`:kind==="back"?"in place of a later one":`${count(days,"day")} later`}</span
                >
              </td>
              <td><code>${commit2.slice(0,12)}</code></td>
            </tr>`))}
    ${cutNote(stamps.length-most$1,"date")}
  </section>`}const quietText=({terms})=>{const last=terms.at(-1);return last?termText(last):"nothing lays down how often it is reviewed"},lines=(texts,one)=>html`<ul class="plain-list">
      ${texts.slice(0,most$1).map(text=>html`<li>${text}</li>`)}
    </ul>
    ${cutNote(texts.length-most$1,one)}`,contradictionsSection=({contradictions,period})=>contradictions.length>0&&html`<section aria-labelledby="contradictions">
    <h2 id="contradictions">Contradictions</h2>
    <p>Documents that said other things than each other, or than what is built, and for how long.</p>
    ${lines(contradictions.map(one=>contradictionLine(one,period.to)),"contradiction")}
  </section>`,exceptionsSection=({acceptances})=>acceptances.length>0&&html`<section aria-labelledby="exceptions">
    <h2 id="exceptions">Exceptions</h2>
    ${lines(acceptances.flatMap(one=>one.events.map(event=>eventLine(one,event))),"event")}
  </section>`;function changesSection({population,pullRequests,sample}){const kinds=[...new Set(population.items.map(({kind})=>kind))].sort(),of=(kind,result)=>population.items.filter(item=>item.kind===kind&&item.result===result).length,deviations=population.items.filter(({result})=>result==="deviation");return html`<section aria-labelledby="changes">
    <h2 id="changes">Changes</h2>
    <p>
      ${count(population.items.length,"change")} came onto the branch. Who reviewed one, git does not hold.
      ${pullRequests?`An export of the host was joined: ${count(pullRequests.count,"pull request")}, ${pullRequests.joined} of the changes found in it; sha256 ${pullRequests.sha256}.`:"No export of pull requests was given."}
    </p>
    ${kinds.length>0&&table("changes-table",`The population, sha256 ${population.sha256}`,["Kind","Reviewed, as the host says","Deviation","Can\u2019t be told"],kinds.map(kind=>html`<tr>
              <th scope="row">${kind}</th>
              <td class="figure">${of(kind,"pass")}</td>
              <td class="figure">${of(kind,"deviation")}</td>
              <td class="figure">${of(kind,"cannot-tell")}</td>
            </tr>`))}
    ${deviations.length>0&&table("deviations-table","Deviations",["Day","Commit","Author","Title","Why"],deviations.slice(0,most$1).map(({day:day2,commit:commit2,author,title,reason})=>html`<tr>
              <th scope="row" class="date">${day2}</th>
              <td><code>${commit2.slice(0,12)}</code></td>
              <td>${author.name}</td>
              <td>${title}</td>
              <td>${reason}</td>
            </tr>`))}
    ${cutNote(deviations.length-most$1,"deviation")}
    ${sample&&html`<h3>Sample</h3>
        <p>Drawn by the hash of the population, spread over the period.</p>
        ${lines(sample,"commit")}`}
  </section>`}const intervalWords={fail:"something failed",accepted:"failures, all accepted",unknown:"something could not be told",pass:"nothing failed",absent:"nothing to judge"},states=Object.keys(intervalWords),width=1e3,height=28,bars={fail:[0,24],accepted:[6,18],unknown:[12,12],pass:[18,6],absent:[23,1]};function strip(intervals,from,to){const x=time=>Math.round((time-from)/(to-from)*width*100)/100,parts=intervals.filter(({from:begin,to:end})=>end>begin).map(({state,from:begin,to:end})=>{const[y,high]=bars[state],wide=Math.max(x(end)-x(begin),state==="fail"||state==="accepted"?3:.5);return`<rect class="time-${state}" x="${Math.min(x(begin),width-wide)}" y="${y}" width="${Math.round(wide*100)/100}" height="${high}"/>`}),ticks=monthsIn(from,to).map(time=>`<path class="tick" d="M${x(time)} 24v4"/>`);return raw(`<svg class="strip" viewBox="0 0 ${width} ${height}" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts.join("")}${ticks.join("")}</svg>`)}const legend=()=>html`<dl class="times">
    ${states.map(state=>html`<div>
          <dt>
            ${raw(`<svg class="piece" viewBox="0 0 24 28" aria-hidden="true" focusable="false"><rect class="time-${state}" x="0" y="${bars[state][0]}" width="24" height="${bars[state][1]}"/></svg>`)}
            ${intervalWords[state]}
          </dt>
        </div>`)}
  </dl>`;function monthsIn(from,to){const[year,month]=dayOfTime(from).split("-").map(Number),months=[];for(let next=month;;next++){const time=Date.UTC(year,next,1)/1e3;if(time>=to)return months;months.push(time)}}const day=86400,most={intervals:60,windows:1e3},totalWords={deviation:"deviation","no-deviation":"no deviation",undetermined:"undetermined","no-occurrence":"nothing occurred"},figuresOf=({deviations,open,reopened,remediation:{n,medianDays,worstDays}})=>[`${count(deviations,"window")} of exposure`,open>0&&`${thousands(open)} open at the end`,reopened>0&&`${thousands(reopened)} reopened`,n>0&&`mended in ${medianDays} days (median), ${worstDays} at worst, n = ${n}`].filter(Boolean).join("; ");function criteriaSection({criteria,period}){if(criteria.length===0)return;const[begin,end]=[timeOfDay(period.from),timeOfDay(period.to)+day];return html`<section aria-labelledby="criteria">
    <h2 id="criteria">Criteria over the period</h2>
    <p>
      What all rules for a criterion said together: at each time the worst. A deviation stays one, however soon it was
      mended. Nothing here is an opinion on a criterion.
    </p>
    ${legend()}
    ${table("criteria-table",`From ${period.from} to ${period.to}; a tick where a month begins`,["Criterion","Over the period","State","Figures"],criteria.map(row=>{const{criterion:id,intervals,state,subjects,longestCleanDays}=row;return html`<tr>
          <th scope="row"><a href="#times-${anchor(id)}">${id}</a> ${criterion(id).title}</th>
          <td class="wide">${strip(intervals,begin,end)}</td>
          <td><span class="state state-${state}">${totalWords[state]}</span></td>
          <td>
            ${figuresOf(row)}<br /><span class="aside"
              >${count(subjects,"check")}; longest time without one ${longestCleanDays} days</span
            >
          </td>
        </tr>`}))}
    ${criteria.map(timesOf)}
  </section>`}function timesOf({criterion:id,intervals,state}){const shown=intervals.slice(0,most.intervals);return html`<details class="entry">
    <summary>
      <h3><span class="code-of">${id}</span> ${criterion(id).title}</h3>
      <span class="entry-state"
        ><span class="state state-${state}">${totalWords[state]}</span>
        <span class="entry-counts">${count(intervals.length,"stretch","stretches")}</span></span
      >
    </summary>
    <div class="entry-body" id="times-${anchor(id)}">
      ${table(`times-table-${anchor(id)}`,`${id}: when it was what`,["From","To","What","Since"],shown.map(({from,to,state:now,commit:commit2})=>html`<tr>
              <th scope="row" class="date">${dayOfTime(from)}</th>
              <td class="date">${dayOfTime(Math.max(from,to-1))}</td>
              <td>${intervalWords[now]}</td>
              <td>${commit2===null?"the day":html`<code>${commit2.slice(0,12)}</code>`}</td>
            </tr>`))}
      ${cutNote(intervals.length-shown.length,"stretch")}
    </div>
  </details>`}const closing={pass:"mended",absent:"gone with its subject",unknown:"no longer to be told"};function windowsSection(history){const{windows,period}=history,shown=windows.slice(0,most.windows);return html`<section aria-labelledby="windows">
    <h2 id="windows">Windows of exposure</h2>
    ${windows.length===0?html`<p>${withoutWindows(history)}</p>`:table("windows-table",`${count(windows.length,"window")}, by the day on which they opened`,["Rule and subject","Severity","Opened","Closed","Days"],shown.map(window=>windowRow(window,period.to)))}
    ${cutNote(windows.length-shown.length,"window")}
  </section>`}const windowRow=({rule,subject,file,severity,from,to,days,openBefore,openedBy,closedBy,closedAs,acceptedDays,reopened},end)=>html`<tr>
    <th scope="row">
      <code>${rule}</code
      ><br />${subject.name}${file!==""&&file!==subject.name&&html` <span class="aside">in ${file}</span>`}
    </th>
    <td><span class="severity ${severity}">${severity}</span></td>
    <td>
      ${openBefore?"before ":""}<span class="date">${dayOfTime(from)}</span
      >${!openBefore&&html`<br /><span class="aside">${byWhat(openedBy)}</span>`}${reopened&&html`<br />reopened`}
    </td>
    <td>
      ${to===null?html`<b>open on ${end}</b>`:html`<span class="date">${dayOfTime(to)}</span><br /><span class="aside"
                >${closing[closedAs]} ${byWhat(closedBy)}</span
              >`}
    </td>
    <td class="figure">
      ${days}${acceptedDays>0&&html`<br /><span class="aside">${acceptedDays} accepted</span>`}
    </td>
  </tr>`;function rulesSection({perRule}){const told=perRule.filter(({state})=>state!=="no-occurrence"),silent=perRule.length-told.length;return html`<section aria-labelledby="rules">
    <h2 id="rules">Rules</h2>
    ${told.length>0&&table("rules-table","What each rule came to over the period",["Rule","State","Figures","Checks"],told.map(row=>html`<tr>
              <th scope="row"><code>${row.rule}</code></th>
              <td><span class="state state-${row.state}">${totalWords[row.state]}</span></td>
              <td>${figuresOf(row)}</td>
              <td class="figure">${thousands(row.subjects)}</td>
            </tr>`))}
    <p>
      ${count(silent,"rule")} found nothing of ${silent===1?"its":"their"} kind: neither a pass nor a failure.
    </p>
  </section>`}const style=`${style$1.trimEnd()}
.time-fail{fill:var(--gap)}
.time-accepted{fill:var(--accepted)}
.time-unknown{fill:var(--undetermined)}
.time-pass{fill:var(--evidence)}
.time-absent{fill:var(--soft)}
.tick{stroke:var(--soft);stroke-width:1;vector-effect:non-scaling-stroke}
.strip{display:block;width:100%;min-width:14rem;height:1.75rem}
.piece{width:1.3rem;height:1.5rem;vertical-align:-.3em}
.times{display:flex;flex-wrap:wrap;gap:.3rem 1.6rem;margin:1.2rem 0}
.times dt{color:var(--ink);font-size:.9rem}
td.wide{width:45%}
.state-deviation{--tone:var(--gap)}
.state-no-deviation{--tone:var(--evidence)}
.state-no-occurrence{--tone:var(--soft)}
section>p,.plain-list li,caption{overflow-wrap:anywhere}
.reasons-of li{max-width:88ch;padding:.15rem 0}
@media print{.strip{min-width:0}}
`,historyHtml=history=>`${shell({title:`SOC 2 over a period, ${history.period.from} to ${history.period.to}`,style,head:head(history),sections:[["criteria","Criteria",criteriaSection(history)],["windows","Windows of exposure",windowsSection(history)],["reviews","Reviews",reviewsSection(history)],["contradictions","Contradictions",contradictionsSection(history)],["exceptions","Exceptions",exceptionsSection(history)],["changes","Changes",changesSection(history)],["rules","Rules",rulesSection(history)]],footer:[limits.join(" "),`${history.tool.name} ${history.tool.version}. The same history and arguments give the same page.`]}).text.trim()}
`;function head({period,range,completeness,windows,population,reviews}){const late=reviews.flatMap(({dues})=>dues.filter(({result})=>result==="late"||result==="missing"));return html`<header class="page-head">
    <p class="eyebrow">SOC 2 over a period</p>
    <h1>${period.from} to ${period.to}</h1>
    <div class="limits" role="note" aria-label="The limits of this page">
      ${limits.map(sentence=>html`<p>${sentence}</p>`)}
    </div>
    <dl class="facts">
      ${fact("Before the period",commit(range.before))} ${fact("Last commit",commit(range.last))}
      ${fact("Changes",count(range.commits,"commit"))} ${fact("Clock","the day of the committer, UTC")}
      ${fact("Completeness",completeness.established?"nothing that git shows speaks against it":html`<b>not established</b>`)}
    </dl>
    ${completeness.reasons.length>0&&html`<ul class="plain-list reasons-of">
        ${completeness.reasons.map(reason=>html`<li>${reason}</li>`)}
      </ul>`}
    <dl class="figures">
      ${figure("Windows of exposure",windows.length)}
      ${figure("Open at the end",windows.filter(({to})=>to===null).length)}
      ${figure("Reviews late or missing",late.length)} ${figure("Changes that deviate",population.deviations)}
      ${figure("Changes that can\u2019t be told",population.cannotTell)}
    </dl>
  </header>`}const commit=id=>id===null?"none":html`<code>${id.slice(0,12)}</code>`,fact=(term,value)=>html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`,figure=(term,n)=>html`<div>
    <dt>${term}</dt>
    <dd><span class="big">${thousands(n)}</span></dd>
  </div>`;export{historyHtml};
