import{L as count,dt as markup}from"./core.js";import{createHash}from"node:crypto";const crop=(text,most2)=>text.length<=most2?text:`${text.slice(0,most2-1).replace(/[\ud800-\udbff]$/,"")}\u2026`;var Markup=class{text;constructor(text){this.text=text}};const longestText=1e3,html=(strings,...parts)=>new Markup(unindented(strings).map((text,index)=>index<parts.length?text+textOf(parts[index]):text).join("")),texts=new WeakMap;function unindented(strings){const known=texts.get(strings);if(known)return known;const written=strings.map(text=>text.replace(/\n\s+/g,`
`));return texts.set(strings,written),written}const raw=text=>new Markup(text);function textOf(part){return part===!1||part===null||part===void 0?"":part instanceof Markup?part.text:typeof part=="object"?part.map(textOf).join(""):markup(crop(String(part),longestText))}const anchor=text=>crop(text,200).replace(/[^A-Za-z0-9.-]/gu,character=>`_${character.codePointAt(0).toString(16)}_`),joined=(parts,between)=>parts.flatMap((part,index)=>index===0?[part]:[between,part]),stateMeanings={gap:"At least one failure that nobody has accepted.",undetermined:"No such failure, but something could not be judged.",accepted:"Failures, all of them accepted in writing, with a reason.",evidence:"Rules judged something here and none failed. It is evidence for the criterion, not all of it.","supporting-evidence":"The same, where a repository can only lend support: what it rests on is kept elsewhere.","nothing-to-judge":"Rules exist, but nothing of their kind is in this repository. Not a pass.","outside-repository":"No repository can show it: what shows it is kept elsewhere.","out-of-scope":"Its category was not chosen."},shapeSheet=raw(`<svg width="0" height="0" aria-hidden="true" class="sheet">${Object.entries({gap:'<path d="M8 1.2 15.2 14.6H.8Z" fill="currentColor"/><path d="M8 6v4M8 11.4v1.5" stroke="var(--on-shape)" stroke-width="1.7"/>',undetermined:'<rect x="3" y="3" width="10" height="10" transform="rotate(45 8 8)" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 5.2v3.4M8 9.8v1.5" stroke="currentColor" stroke-width="1.7"/>',accepted:'<rect x="2.1" y="2.1" width="11.8" height="11.8" rx="1.5" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M5 8.2 7.2 10.4 11.2 5.8" fill="none" stroke="currentColor" stroke-width="1.7"/>',evidence:'<circle cx="8" cy="8" r="6.4" fill="currentColor"/>',"supporting-evidence":'<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.7"/><path d="M8 2.4a5.6 5.6 0 0 1 0 11.2Z" fill="currentColor"/>',"nothing-to-judge":'<circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" stroke-width="1.6" stroke-dasharray="2.4 2.2"/>',"outside-repository":'<path d="M8.6 3H3v10h10V7.6" fill="none" stroke="currentColor" stroke-width="1.6"/><path d="M10.4 2H14v3.6M13.6 2.4 7.6 8.4" fill="none" stroke="currentColor" stroke-width="1.6"/>',"out-of-scope":'<path d="M3 8h10" stroke="currentColor" stroke-width="1.8"/>'}).map(([state,shape2])=>`<symbol id="shape-${state}" viewBox="0 0 16 16">${shape2}</symbol>`).join("")}</svg>`),shape=state=>html`<svg class="shape" aria-hidden="true" focusable="false"><use href="#shape-${state}" /></svg>`;function shell({title,style:style2,head,sections,footer}){const shown=sections.filter(([,,section])=>section instanceof Markup);return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src '${hashOf(style2)}'; base-uri 'none'; form-action 'none'"
        />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${raw(`<style>${style2}</style>`)}
      </head>
      <body>
        <a class="skip" href="#main">Skip to the report</a>
        ${shapeSheet}
        <nav aria-label="Sections">
          <ul>
            ${shown.map(([id,name])=>html`<li><a href="#${id}">${name}</a></li>`)}
          </ul>
        </nav>
        <main id="main" tabindex="-1">${head} ${shown.map(([,,section])=>section)}</main>
        <footer>${footer.map(line=>html`<p>${line}</p>`)}</footer>
      </body>
    </html> `}const hashOf=text=>`sha256-${createHash("sha256").update(text).digest("base64")}`,most={findingsInFull:400,findingsInFullOfRule:25,findingLines:2e3,findingLinesOfRule:200,findingsOfCriterion:5,passes:4e3,passesOfAspect:60,unknowns:1e3,unknownsOfReason:60,elsewhere:100,subjects:3e3,subjectsOfKind:200,exceptions:500,problems:300,unresolved:300,records:500};function budget(total){let left=total;return(items,atMost=1/0)=>{const kept=items.slice(0,Math.min(left,atMost));return left-=kept.length,{kept,missing:items.length-kept.length}}}const cutNote=(missing,one)=>missing>0&&html`<p class="cut">
    …and ${count(missing,`more ${one}`)}: ${missing===1?"it is":"they are"} in the JSON report (<code
      >--format json</code
    >).
  </p>`,table=(id,caption,headings,rows)=>html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
    <table>
      <caption id="${id}">
        ${caption}
      </caption>
      <thead>
        <tr>
          ${headings.map(heading=>html`<th scope="col">${heading}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`,light=`
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
`;export{table as a,stateMeanings as c,joined as d,raw as f,most as i,anchor as l,budget as n,shell as o,cutNote as r,shape as s,style as t,html as u};
