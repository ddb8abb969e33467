import{Rn as categoriesNamed,qn as ruleIndex,yt as scanFolder}from"./core.js";import{n as changeText,r as writeText}from"./write2.js";import{a as UsageError,n as several,r as version,t as parse}from"./start.js";import{t as child}from"./look.js";import{t as parseYaml}from"./parse.js";import{join}from"node:path";function withPolicies(text){const{tree,problems}=parseYaml(text),root=tree[0]?.root;if(problems.length>0||tree.length>1||/^\s*[{[]/.test(text))return;const holds=child(root,"holds");if(!holds)return root&&root.type!=="mapping"?void 0:`${text.replace(/\n*$/,text.trim()===""?"":`
`)}holds: [policies]
`;const lines=text.split(`
`),{startLine,startColumn}=holds.span,line=lines[startLine-1]??"";if(holds.type==="sequence"){if(holds.items.some(item=>item.type==="scalar"&&item.text==="policies"))return;const at=startColumn-1;return line[at]==="["?lines[startLine-1]=`${line.slice(0,at+1)}policies${holds.items.length>0?", ":""}${line.slice(at+1)}`:lines.splice(startLine-1,0,`${line.slice(0,at)}- policies`),lines.join(`
`)}}async function initCommand(args){const{values,positionals}=parse(args,{"dry-run":{type:"boolean"},policies:{type:"boolean"},categories:{type:"string",multiple:!0}}),named=several(values.categories),asked=named&&categoriesNamed(named);if(asked&&!values.policies)throw new UsageError("init takes --categories with --policies only");const{report,root}=await scanFolder({paths:positionals,cwd:process.cwd(),rules:ruleIndex,select:asked?{categories:asked}:{}});if(report.scope.partial)throw new UsageError("init takes a folder, not files");const chosen=report.scope.chosen||asked?report.scope.categories:["security"],files={[configFile]:configText(report,values.policies?asked?chosen:[]:void 0),".github/workflows/soc2-lint.yml":workflow,...values.policies&&(await import("./starting-policies.js")).startingPolicies(report,chosen)};for(const[path,text]of Object.entries(files))values["dry-run"]?process.stdout.write(`# would write ${path}
${text}
`):writeText(join(root,path),text,{keep:!0})?process.stdout.write(`wrote ${path}
`):values.policies&&path===configFile&&changeText(join(root,path),withPolicies)?process.stdout.write(`${path} is there already: added that it holds policies
`):process.stdout.write(`${path} is there already: left as it is
`);return process.stdout.write(`
for .pre-commit-config.yaml:

${preCommit}
next: choose categories in .soc2/config.yml, then run soc2-lint
`),values.policies&&process.stdout.write(`The policies are a start for ${chosen.join(", ")}: soc2-lint finds each place that is left to fill in.
`),0}const configFile=".soc2/config.yml",boundaryOf={aws:"aws-account",azure:"azure-subscription",google:"google-project",github:"github-repository",kubernetes:"kubernetes-cluster"};function configText(report,written){const own=report.inventory.filter(({role})=>role==="system"),providers=[...new Set(own.map(({provider})=>boundaryOf[provider]).filter(name=>name!==void 0))],policies=written||report.subjects.some(({kind,role})=>kind==="policy-document"&&role==="system")?["policies"]:[],found=own.map(({count,plural,provider})=>`#   ${count} ${plural} (${provider})`);return`# yaml-language-server: $schema=https://raw.githubusercontent.com/soc2-lint/soc2-lint/main/schema/config.schema.json
# What soc2-lint should know of this repository. All of it is optional.
${found.length>0?`#
# Found at the first run:
${found.join(`
`)}
`:""}
# The categories of your engagement: security is always in scope. Without a choice all five are shown.
${written&&written.length>0?`categories: [${written.join(", ")}]`:"# categories: [security, availability, confidentiality]"}

# What is kept here. Inside of what you name, what is missing is a finding; elsewhere it is not.
${[...providers,...policies].length>0?`holds: [${[...providers,...policies].join(", ")}]`:"# holds: [policies, aws-account, github-repository]"}

# engagement:
#   type: II
#   period: { from: 2026-07-01, to: 2026-12-31 }

# rules:
#   objects-are-versioned: low
`}const workflow=`name: soc2-lint
on:
  pull_request:
  push:
    branches: [main, master]

permissions:
  contents: read

jobs:
  soc2-lint:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0
          persist-credentials: false
      # Annotates the lines, and writes the summary of the run. On a pull request only what it brings fails.
      - run: npx --yes soc2-lint@${version} \${BASE:+--diff "$BASE"} --format github --output markdown="$GITHUB_STEP_SUMMARY"
        env:
          BASE: \${{ github.event.pull_request.base.sha }}
`,preCommit=`repos:
  - repo: https://github.com/soc2-lint/soc2-lint
    rev: v${version}
    hooks:
      - id: soc2-lint
`;export{initCommand};
