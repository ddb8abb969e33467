import { exceptions, section } from './section.ts';

export const technical = {
  'access-control': [
    section(
      'request and approval',
      /\b(?:request\w*|asked for)\b[^\n]{0,120}\bapprov\w*|\bapprov\w*\b[^\n]{0,120}\b(?:access|accounts?|permissions?|rights|request\w*)|\b(?:access|accounts?|permissions?|rights)\b[^\n]{0,120}\b(?:approv\w*|authori[sz]ed by)|\brequest and approval\b|\bauthori[sz]ation\b/,
    ),
    section(
      'provisioning',
      /\b(?:provision\w*|on-?board\w*|grant\w*|account creation|accounts (?:are )?(?:come|created|set up)|set up)\b/,
    ),
    section(
      'roles and least privilege',
      /\b(?:least[- ]privileged?|need[- ]to[- ]know|role[- ]based|rbac|minimum (?:necessary|access)|no more)\b/,
    ),
    section(
      'multi-factor authentication',
      /\b(?:mfa|2fa|multi[- ]?factor|two[- ]?factor|second factor|hardware keys?|passkeys?|one[- ]time (?:codes?|passwords?))\b/,
    ),
    section(
      'privileged access',
      /\b(?:privileged?(?! levels?)|admin\w*|root|superusers?|elevated|break[- ]glass)\b(?<!least[- ]privilege)/,
    ),
    section(
      'service accounts',
      /\b(?:service accounts?|service (?:and|or) [a-z-]+ accounts?|system accounts?|machine (?:accounts?|identit\w+)|non-?human|api keys?|shared accounts?|workload(?:s| identit\w+)|robot accounts?)\b/,
    ),
    section(
      'review of access and its cadence',
      /\breview\w*\b[^\n]{0,160}\b(?:access|accounts?|permissions?|rights|entitlements?|privileges)\b|\b(?:access|accounts?|permissions?|rights|entitlements?|privileges)\b[^\n]{0,120}\b(?:review\w*|recertif\w*)/,
    ),
    section(
      'removal and its deadline',
      /\b(?:terminat\w+|off-?board\w*|leav(?:e|es|ers?|ing)|remov\w+|revo(?:ke|ked|cation)\w*|disabl\w+|de-?provision\w*|deactivat\w+)\b/,
    ),
  ],
  authentication: [
    section(
      'length, and a password manager',
      /\b(?:length|characters?|password managers?|passphrases?|minimum of \d+)\b/,
    ),
    section(
      'multi-factor authentication',
      /\b(?:mfa|2fa|multi[- ]?factor|two[- ]?factor|second factor|hardware keys?|passkeys?|one[- ]time)\b/,
    ),
    section(
      'storage',
      /\b(?:stor(?:ed|age|ing)|hash\w*|salt\w*|vaults?|plain ?text|clear ?text|written down|(?:store|keep)s?\b[^\n]{0,40}\bpasswords?|save passwords?)\b/,
    ),
    section('when passwords are changed', /\b(?:rotat\w*|chang(?:e|ed|ing)|compromis\w*|expir\w*)\b/),
    section(
      'secrets of services',
      /\b(?:service (?:accounts?|passwords?|secrets?|credentials?)|system(?:[- ]level)? (?:accounts?|passwords?)|api keys?|tokens?|shared (?:accounts?|passwords?|credentials?|secrets?)|machine|application passwords?)\b/,
      /\bsecrets?\b/,
    ),
    section('reset', /\b(?:reset\w*|forgot\w*|recover\w*|lock(?:ed)?[- ]?out)\b/),
  ],
  'remote-access': [
    section('approved methods', /\b(?:vpn|ssh|approved|authori[sz]ed|bastion|zero[- ]trust|virtual private)\b/),
    section(
      'multi-factor authentication',
      /\b(?:mfa|2fa|multi[- ]?factor|two[- ]?factor|second factor|hardware keys?|passkeys?|tokens?)\b/,
    ),
    section(
      'state of the device',
      /\b(?:devices?|endpoints?|laptops?|anti-?(?:virus|malware)|patch\w*|firewall|hosts?|posture)\b/,
    ),
    section('limits on sessions', /\b(?:sessions?|time-?outs?|idle|inactivity|disconnect\w*|split[- ]tunn?el\w*)\b/),
    section('logging', /\b(?:logs?|logged|logging|monitor\w*|audit\w*|record\w*)\b/),
  ],
  encryption: [
    section('algorithms', /\b(?:algorithms?|aes|rsa|ecdsa|ecc|ed25519|sha-?\d*|ciphers?)\b/),
    section('at rest', /\b(?:at[- ]rest|stored|storage|disks?|databases?|full[- ]disk|volumes?)\b/),
    section(
      'in transit',
      /\b(?:in[- ](?:transit|motion|flight)|tls|ssl|https|vpn|ssh|transmi\w+|communications?|network)\b/,
    ),
    section(
      'who owns the keys',
      /\b(?:key (?:owners?|custodians?)|owns? (?:all )?(?:the )?keys|keys?\b[^\n]{0,80}\b(?:owners?|owned|responsib\w+|custodians?|managed by)|responsib\w+\b[^\n]{0,80}\bkeys?)\b/,
    ),
    section(
      'rotation of keys',
      /\b(?:rotat\w+|keys?\b[^\n]{0,100}\b(?:renew\w*|replac\w*|chang\w+|lifetime|expir\w+|validity|life-?cycle|activation|archiv\w+|destroy\w*)|crypto-?periods?)\b/,
    ),
    exceptions,
  ],
  classification: [
    section(
      'levels',
      /\b(?:public|internal|confidential|restricted|sensitive)\b[^]{0,400}\b(?:public|internal|restricted)\b|\b(?:levels|classes|categories|tiers)\b/,
      /\blevels\b|^(?:public|restricted|internal)\b/,
    ),
    section(
      'criteria for a level',
      /\b(?:criteria|determin\w+|based on|value|sensitivity|criticality|impact|examples?|when classifying|includes?)\b/,
    ),
    section('labelling', /\b(?:label\w*|mark(?:ed|ing|ings)|tag(?:ged|ging|s))\b/),
    section('handling for each level', /\b(?:handl\w+|safeguard\w*|treat(?:ed|ment)|protect\w*)\b/),
    section('owner of information', /\b(?:owners?|owned|ownership|stewards?|custodians?|responsib\w+)\b/),
    section(
      'storage and sharing',
      /\b(?:stor(?:e|ed|age|ing)|shar(?:e|ed|ing)|transfer\w*|transmi\w+|disclosed|disseminat\w+)\b/,
    ),
  ],
  retention: [
    section(
      'retention schedule',
      /\b(?:retention (?:schedule|periods?)|periods?|retention: [^\n]{0,20}\b(?:years?|months?|days?)|retain(?:ed)?\b[^\n]{0,60}\b(?:years?|months?|days?)|kept\b[^\n]{0,60}\b(?:years?|months?|days?))\b/,
    ),
    section(
      'legal hold',
      /\b(?:(?:legal|litigation) holds?|litigation|legal proceedings?|investigations?|hold notices?|preservation)\b/,
    ),
    section(
      'method of deletion',
      /\b(?:(?:is|are|be|been|must|will|shall|securely|permanently) (?:\w+ )?(?:deleted|destroyed|erased|purged|delete|destroy|erase|purge)|delet(?:es?|ing)|destroy\w*|purg\w+|shred\w*|crypto-?(?:shred|eras)\w*|overwrit\w+)\b/,
      /\b(?:delet\w+|destruction|eras\w+)\b|^(?:data )?disposal\b/,
    ),
    section(
      'clearing of media',
      /\b(?:media|drives?|disks?|saniti[sz]\w+|degauss\w*|hardware|devices?|cloud provider)\b/,
    ),
    section(
      'record of disposal',
      /\b(?:records? of (?:disposal|destruction|deletion)|certificates?|log(?:ged)? (?:of|when)|document(?:ed|ation)?|record(?:ed|s)?|track\w*|evidence|audit)\b/,
    ),
  ],
  'change-management': [
    section(
      'request and record',
      /\b(?:request\w*|tickets?|record(?:ed|s)?|log(?:ged)?|document(?:ed|ation)?|(?:pull|merge) requests?|prs?|linked issues?|proposed|track\w*)\b/,
    ),
    section('risk and impact', /\b(?:risks?|impacts?|consequences|effects?)\b/),
    section('testing', /\b(?:test(?:s|ed|ing)?|validat\w+|verif\w+|quality assurance|staging)\b/),
    section(
      'review by another person',
      /\b(?:peer[- ]review\w*|code reviews?|review\w*\b[^\n]{0,80}\b(?:another|second|other than|peer|person|colleague|independent|engineer|developer|by (?:a|an|the)? ?(?:\w+ )?(?:developer|engineer|reviewer|peer|colleague|member)|amongst?|between|committee|board|lead|manager)|(?:another|second|other|independent|different) (?:person|engineer|developer|reviewer|team member)|reviewers?)\b/,
    ),
    section(
      'approval before release',
      /\bapproval\b|\b(?:approv\w+|authori[sz]\w+)\b[^\n]{0,100}\b(?:releas\w+|deploy\w*|production|implement\w*|before|prior)\b|\b(?:releas\w+|deploy\w*|production|implement\w*|before|prior)\b[^\n]{0,100}\b(?:approv\w+|authori[sz]\w+)/,
    ),
    section(
      'emergency changes',
      /\b(?:emergenc(?:y|ies)|hot-?fix\w*|urgent|expedited|break[- ]glass|without (?:a |an )?(?:prior|second|usual) (?:approval|review)|(?:approv|review|audit)\w* (?:after the fact|retroactively|retrospectively|afterwards))\b/,
    ),
    section(
      'rollback',
      /\b(?:roll(?:ed|ing)?[- ]?back|back-?out|revert\w*|undo(?:ne)?|restore the (?:former|previous)|fall-?back)\b/,
    ),
    section(
      'segregation of duties',
      /\b(?:s(?:egregat|eparat)\w+ of duties|duties (?:are )?(?:segregated|separated)|(?:nobody|no one|no person|not)\b[^\n]{0,80}\b(?:approv\w+|review\w*)\b[^\n]{0,40}\b(?:own|change)|other than the author|someone else|not (?:an? |the )?(?:author|same person)|self-approv\w*|approv\w*\b[^\n]{0,40}\b(?:by|from) (?:at least )?(?:another|(?:an?|one) (?:other|second|different|independent)) (?:\w+ )?(?:person|employee|engineer|developer|member|colleague|reviewer)|second (?:review|approv)\w*|different (?:person|individual)|(?:both|own)\b[^\n]{0,40}\bapprov\w+)\b/,
    ),
  ],
  development: [
    section(
      'security requirements',
      /\b(?:security requirements?|requirements?\b[^\n]{0,60}\bsecurity|security\b[^\n]{0,40}\b(?:by design|design|from the start)|threat model\w*|requirements?)\b/,
    ),
    section(
      'code review',
      /\b(?:code[- ]reviews?|peer[- ]reviews?|review\w*\b[^\n]{0,40}\bcode|code\b[^\n]{0,60}\breview\w*|(?:pull|merge) requests?\b[^\n]{0,60}\b(?:review|approv)\w*)/,
    ),
    section(
      'secure coding',
      /\b(?:secure coding|coding (?:standards?|guidelines?|practices?)|owasp|input validation|secure (?:software )?development|secure programming|injection|programming)\b/,
    ),
    section(
      'security testing',
      /\b(?:sast|dast|static analysis|dynamic analysis|penetration|vulnerabilit(?:y|ies)|security test\w*|dependenc(?:y|ies)|code scanning|scan(?:s|ning)?)\b/,
    ),
    section(
      'separation of environments',
      /\b(?:environments?|separat\w+\b[^\n]{0,60}\b(?:production|test\w*|development|staging)|staging|production\b[^\n]{0,60}\bseparat\w+)\b/,
    ),
    section(
      'production data in tests',
      /\b(?:(?:production|live|customer|real|sensitive|personal)\b[^\n]{0,60}\bdata\b[^\n]{0,100}\b(?:test\w*|development|staging|non-?production)|test data|(?:test\w*|development|staging|non-?production)\b[^\n]{0,100}\b(?:production|live|customer|real|sensitive|personal) data|anonymi[sz]\w+|synthetic|sanitiz\w+|mask(?:ed|ing))\b/,
    ),
    section('release', /\b(?:releas\w+|deploy\w*|go[- ]live|promot\w+|implementation)\b/),
  ],
  vulnerabilities: [
    section(
      'sources and cadence of scans',
      /\b(?:scan\w*|advisor(?:y|ies)|feeds?|detect\w*|(?:dependency|automated) audits?)\b/,
    ),
    section('scale of severity', /\b(?:severity|severities|cvss|risk rating|priorit\w+)\b/),
    section(
      'deadline for each severity',
      /\b(?:deadlines?|slas?|within\b[^\n]{0,30}\b(?:hours?|days?|weeks?)|\d+ (?:business |working |calendar )?(?:hours?|days?)|time-?frames?|timelines?)\b/,
    ),
    exceptions,
    section('penetration test', /\b(?:pen(?:etration)?[- ]?test\w*|red team\w*|bug bount(?:y|ies))\b/),
    section('reporting', /\b(?:report\w*|notif\w+|communicat\w+|escalat\w+|dashboards?)\b/),
  ],
  logging: [
    section('events that are logged', /\b(?:events?|activit(?:y|ies)|actions|logged|log(?:s)? (?:include|contain))\b/),
    section(
      'retention of logs',
      /\b(?:retention|retain\w*|kept|keep|archiv\w+|stor(?:e|ed|age)\b[^\n]{0,60}\b(?:days?|months?|years?))\b/,
    ),
    section(
      'protection of logs',
      /\b(?:protect\w*|tamper\w*|immutab\w*|unauthori[sz]ed|integrity|read[- ]only|access to (?:the )?logs?|centrali?[sz]?\w*|aggregat\w+)\b/,
    ),
    section('one clock', /\b(?:clocks?|ntp|time (?:sync\w*|source|server)|synchroni[sz]\w+|utc|chrony)\b/),
    section(
      'cadence of review',
      /\breview\w*\b[^\n]{0,100}\b(?:daily|day|weekly|week|monthly|month|quarterly|quarter|annual\w*|regular\w*|periodic\w*|basis)|\b(?:daily|weekly|monthly|quarterly|regular\w*|periodic\w*|each (?:day|week|month))\b[^\n]{0,100}\breview/,
    ),
    section('alerts and whom they reach', /\b(?:alert\w*|alarms?|notif\w+|page(?:s|d|r)?\b|on[- ]call|escalat\w+)/),
  ],
  'incident-response': [
    section(
      'roles and contacts',
      /\b(?:roles?|responsib\w+|contacts?|team|(?:incident|response) leads?|manager|coordinator|e-?mail)\b/,
    ),
    section(
      'scale of severity',
      /\b(?:(?:severity|priority|impact) (?:scale|levels?|matrix|ratings?|class\w*)|levels? of (?:severity|priority)|s1|sev[- ]?\d|p[01]|(?:critical|high|severe|major)\b[^\n]{0,200}\b(?:low|medium|moderate|minor)|(?:low|minor)\b[^\n]{0,200}\b(?:high|critical|severe|major)|incidents?\b[^\n]{0,80}\b(?:categori[sz]\w+|classif\w+)|(?:categori[sz]\w+|classif\w+)\b[^\n]{0,80}\bincidents?)\b/,
    ),
    section('detecting and reporting', /\b(?:detect\w*|report\w*|identif\w+)\b/),
    section(
      'triage',
      /\b(?:triag\w+|assess\w*|analy[sz]\w+|classif\w+|evaluat\w+|determin\w+|decid\w+|investigat\w+)\b/,
    ),
    section('containing', /\b(?:contain(?:s|ed|ing|ment)?|isolat\w+|quarantin\w+)\b/),
    section('eradicating', /\b(?:eradicat\w+|remov\w+|clean(?:ed|ing|up)?|root cause|eliminat\w+|remediat\w+)\b/),
    section('recovering', /\b(?:recover\w*|restor\w+|resum\w+|return to (?:normal|service))\b/),
    section('telling people inside and customers', /\b(?:communicat\w+|notif\w+|inform(?:ed|s|ing)?|told|tell)\b/),
    section(
      'review after the incident',
      /\b(?:post[- ]?(?:incident|mortem)s?|lessons? learne?d|after[- ]action|retrospectives?|follow[- ]up (?:report|review)|debrief\w*|root cause analysis)\b/,
    ),
    section(
      'yearly exercise',
      /\b(?:exercis\w+|table-?top|drills?|simulat\w+|tests? (?:of )?(?:this|the) (?:plan|process|policy|procedure)|tested (?:at least )?(?:annually|yearly|once|each|every)|(?:annual|yearly) test|(?:plan|process|procedure)s? (?:\w+ ){0,3}tested|rehears\w+)\b/,
    ),
  ],
  continuity: [
    section(
      'critical systems',
      /\b(?:critical|essential|key|priorit\w+)\b[^\n]{0,60}\b(?:systems?|services?|functions?|processes|activities|resources|infrastructure|operations|applications?)\b|\bbusiness impact\b|\brecovery strateg\w+/,
    ),
    section(
      'recovery time objective',
      /\b(?:rtos?|recovery time (?:objectives?|requirements?|limits?|targets?)|recovery times?|maximum (?:tolerable )?(?:outage|downtime)|within\b[^\n]{0,20}\b(?:hours?|minutes|days?)\b)/,
    ),
    section('recovery point objective', /\b(?:rpos?|recovery points?|data loss|loss of data|lost data)\b/),
    section('roles', /\b(?:roles?|responsib\w+|teams?|leads?|manager|coordinator|ceo|cto|officer)\b/),
    section(
      'steps of recovery',
      /\b(?:recovery (?:steps?|procedures?|plans?)|steps?|restor\w+|fail-?over|procedures?)\b/,
    ),
    section(
      'communication',
      /\b(?:communicat\w+|notif\w+|inform(?:ed|s|ing)?|contacts?|points? of contact|told|announce\w*)\b/,
    ),
    section(
      'cadence of tests',
      /\b(?:test\w*|exercis\w+|drills?)\b[^\n]{0,120}\b(?:annual\w*|year\w*|quarter\w*|months?|semi-?annual\w*|regular\w*|periodic\w*)|\b(?:annual\w*|year\w*|quarter\w*|semi-?annual\w*|regular\w*|periodic\w*)\b[^\n]{0,80}\b(?:test\w*|exercis\w+|drills?)/,
    ),
    section(
      'upkeep of the plan',
      /\b(?:plans?|policy|policies|documents?)\b[^\n]{0,80}\b(?:updat\w+|revis\w+|maintain\w*|review\w*|kept current)|\b(?:updat\w+|revis\w+|maintain\w*|review\w*)\b[^\n]{0,80}\b(?:plans?|policy|policies|documents?)\b/,
      /\b(?:upkeep|maintenance|updates?)\b/,
    ),
  ],
  backup: [
    section(
      'scope',
      /\b(?:scope|appl(?:y|ies) to|(?:what|which)\b[^\n]{0,40}\b(?:is|are) backed up|all (?:\w+ ){0,2}(?:databases?|systems?|data|resources))\b/,
    ),
    section(
      'frequency',
      /\b(?:frequenc\w+|daily|hourly|weekly|continuous\w*|every (?:day|hour|night|week|\d+)|nightly|per day|once a day)\b/,
    ),
    section('retention', /\b(?:retention|retain\w*|(?:kept|keep)\b[^\n]{0,60}\b(?:days?|weeks?|months?|years?))\b/),
    section('encryption', /\bencrypt\w*/),
    section(
      'another place or region',
      /\b(?:off-?site|regions?|other (?:location|site|account)|second (?:location|site|region|account)|geographic\w*|cross-region|separate (?:location|account|facility))\b/,
    ),
    section('monitoring', /\b(?:monitor\w*|alert\w*|fail(?:s|ed|ure|ures)|pages?|notif\w+)\b/),
    section(
      'restore test and its cadence',
      /\b(?:restor\w+|recover\w*)\b[^\n]{0,120}\b(?:test\w*|quarter\w*|year\w*|annual\w*|month\w*|exercis\w+)|\btest\w*\b[^\n]{0,120}\b(?:restor\w+|recover\w*|backups?)|\b(?:quarter\w*|year\w*|annual\w*|month\w*)\b[^\n]{0,100}\brestor\w+/,
    ),
  ],
  assets: [
    section('inventory with owners', /\b(?:inventor(?:y|ies)|register|cmdb|catalogu?e|list of assets)\b/),
    section('classification', /\b(?:classif\w+|categor\w+|criticality|sensitivity)\b/),
    section(
      'life cycle',
      /\b(?:life-?cycle|acqui\w+|procure\w*|purchas\w+|assign\w*|deploy\w*|maint(?:ain|enance)\w*|onboard\w*)\b/,
    ),
    section('return', /\breturn\w*\b/),
    section(
      'disposal',
      /\b(?:dispos\w+|destr(?:oy|uction)\w*|wip(?:e|ed|ing)|decommission\w*|retir\w+|saniti[sz]\w+|recycl\w+)\b/,
    ),
  ],
  network: [
    section('segmentation', /\b(?:segment\w*|separat\w+|subnets?|vpcs?|vlans?|zones?|isolat\w+|private network)\b/),
    section(
      'rules for incoming traffic',
      /\b(?:ingress|inbound|incoming|firewalls?|security groups?|den(?:y|ied)\b|ports?|perimeter|load balancers?)\b/,
    ),
    section(
      'baseline',
      /\b(?:baselines?|templates?|golden images?|infrastructure as code|standard configurations?|configuration standards?)\b/,
    ),
    section('change of rules', /\b(?:chang\w+|pull requests?|approv\w+)\b/),
    section(
      'hardening standard',
      /\b(?:harden\w*|cis\b|benchmarks?|stig|default passwords?|unnecessary (?:services|ports))\b/,
    ),
    section('review', /\breview\w*\b/),
  ],
  capacity: [
    section('metrics', /\b(?:metrics?|measur\w+|cpu|memory|latency|utili[sz]ation|throughput|slos?|slis?)\b/),
    section('thresholds', /\b(?:thresholds?|limits?|\d+ ?%|percent|targets?|objectives?)\b/),
    section(
      'forecast and its cadence',
      /\b(?:forecast\w*|plan(?:s|ned|ning)?|projection\w*|trend\w*|growth|quarter\w*|month\w*|annual\w*)\b/,
    ),
    section('alerts', /\b(?:alert\w*|alarms?|page(?:s|d|r)?|notif\w+)\b/),
    section('owner', /\b(?:owners?|owned|owns|responsib\w+|accountab\w+|answers? for)\b/),
  ],
};
