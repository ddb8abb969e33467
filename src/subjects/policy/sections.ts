import type { PolicyId } from '../../criteria/policies.ts';

/** Something a policy has to say, and how it is told that it does (in lower case). */
export interface Section {
  name: string;
  /** Words of a heading or a sentence that say it. */
  words: RegExp;
  /** Words that say it in a heading, and in a sentence may stand for something else. */
  heading?: RegExp;
}

const purpose: Section = {
  name: 'purpose',
  words:
    /\b(?:purpose|aims?|objectives?|goals?|intent|this (?:policy|document|plan) (?:defines|describes|sets|says|outlines|establishes|addresses|provides))\b/,
};
const scope: Section = {
  name: 'scope',
  words: /\b(?:scope|appl(?:ies|y|icable|icability) (?:to|of)|applicability|covers|everyone who works)\b/,
};
const exceptions: Section = {
  name: 'exceptions',
  words: /\b(?:exceptions?|exempt(?:ed|ions?)?|waivers?|deviations?)\b/,
};
const enforcement: Section = {
  name: 'enforcement',
  words:
    /\b(?:enforce\w*|disciplin\w+|sanctions?|violations?|violat\w+|consequences?|terminat\w+ of employment|dismiss\w+|breach of this policy|breaking this policy)\b/,
};
const section = (name: string, words: RegExp, heading?: RegExp): Section => ({
  name,
  words,
  ...(heading && { heading }),
});

/**
 * What an auditor looks for in each policy, by meaning: synonyms, in headings of any order and depth, in tables, or in a
 * sentence. Owner, approval, review and version are not among them: rules of their own look at those.
 */
export const sections: { readonly [P in PolicyId]: readonly Section[] } = {
  'information-security': [
    purpose,
    scope,
    section(
      'roles',
      /\b(?:responsib\w+|accountab\w+|reports? to|officer|roles and)\b/,
      /\b(?:roles?|owners?|organi[sz]ation)\b/,
    ),
    exceptions,
    enforcement,
  ],
  'policy-management': [
    purpose,
    scope,
    section('who approves policies', /\bapprov\w+/),
    section(
      'how often policies are reviewed',
      /\breview\w*\b[^\n]{0,80}\b(?:annual\w*|year\w*|quarter\w*|months?|regular\w*|periodic\w*|cadence|cycle)|\b(?:annual\w*|yearly|periodic\w*|regular\w*|quarterly|once a year|every year)\b[^\n]{0,60}\breview/,
    ),
    section('how an exception is asked for and granted', /\b(?:exceptions?|exempt\w+|waivers?|deviations?)\b/),
    section(
      'when an exception ends',
      /\b(?:expir\w+|exceptions?\b[^\n]{0,160}\b(?:until|months?|days|year|time[- ]limited|end date|temporary|re-?review\w*|at most)|(?:until|time[- ]limited|temporary)\b[^\n]{0,80}\bexceptions?)/,
    ),
    enforcement,
  ],
  'code-of-conduct': [
    section(
      'expected behaviour',
      /\b(?:expect\w*|behavio(?:u?r|ural)|conduct|integrity|respect|honest\w*|ethic\w*|values)\b/,
    ),
    section(
      'conflicts of interest',
      /\bconflicts?[- ]of[- ]interests?\b|\boutside (?:interests|employment|activities)\b|\bgifts?\b/,
    ),
    section(
      'reporting concerns',
      /\b(?:report|raise|escalate|speak|tell|contact)\w*\b[^\n]{0,80}\b(?:concerns?|violations?|misconduct|breach\w*|supervisor|manager|hr|human resources|hotline|incidents?)\b|\bwhistle-?blow\w*|\bspeak up\b|\breporting\b/,
    ),
    section(
      'contractors',
      /\b(?:contractors?|contracted|consultants?|third[- ]part(?:y|ies)|vendors?|temporary (?:staff|workers))\b/,
    ),
    enforcement,
    section(
      'acknowledgement',
      /\b(?:acknowledg\w*|sign(?:s|ed|ing)?\b|attest\w*|agree to (?:this|the) (?:code|policy)|accept\w* (?:this|the) (?:code|policy))/,
    ),
  ],
  roles: [
    section('roles', /\b(?:responsib\w+|officers?|head of|ciso|cto|ceo|answers? for)\b/, /\broles?\b/),
    section(
      'reporting lines',
      /\b(?:reporting lines?|reports? (?:directly )?to|report(?:s|ing) (?:structure|into)|org(?:ani[sz]ation(?:al)?)? (?:chart|structure))\b/,
    ),
    section(
      'oversight body',
      /\b(?:board|oversight|oversees?|committee|steering (?:group|committee)|audit committee|directors)\b/,
    ),
    section(
      'delegation',
      /\b(?:delegat\w+|deput(?:y|ies)|backup person|stand[- ]?in|alternates?|substitutes?|in (?:the|their) absence)\b/,
    ),
  ],
  personnel: [
    section(
      'screening',
      /\b(?:screen\w*|background (?:checks?|verification|investigations?)|references? checks?|vetting|vetted)\b/,
    ),
    section(
      'onboarding',
      /\b(?:on-?board\w*|new (?:hires?|employees?|starters?|joiners?)|upon hire|hiring|joining|before (?:they )?start\w*)\b/,
    ),
    section('confidentiality agreement', /\b(?:confidentiality|non-?disclosure|ndas?|secrecy)\b/),
    section('training', /\b(?:training|trained|awareness|education)\b/),
    enforcement,
    section(
      'end of employment',
      /\b(?:terminat\w+|off-?board\w*|leav(?:e|ers?|ing)|resign\w*|departure|separation|end of employment|exit)\b/,
    ),
  ],
  training: [
    section(
      'audience',
      /\b(?:employees|staff|contractors?|everyone|all (?:personnel|users)|workforce|new hires?)\b/,
      /\b(?:audience|who|scope|applicab\w+)\b/,
    ),
    section(
      'timing at hire and yearly',
      /\b(?:upon hire|on hire|at hire|new (?:hires?|employees?|joiners?)|onboarding|(?:within|in) [^\n]{0,30}\bof (?:hire|joining|starting)|annual\w*|yearly|every year|once a year|each year)\b/,
    ),
    section(
      'content',
      /\b(?:topics?|curriculum|phishing|passwords?|training (?:content|covers?|includes?|modules?|materials?)|subjects?|which policies|subsets? of policies)\b/,
      /\b(?:content|courses?|modules?|material)\b/,
    ),
    section(
      'tracking',
      /\b(?:track\w*|record\w*|completion|completed|attendance|ledger|logged|evidence|certificates?|attest\w*|acknowledg\w*)\b/,
    ),
    enforcement,
  ],
  'acceptable-use': [
    section(
      'permitted use',
      /\b(?:permitted|acceptable|allowed|authori[sz]ed|may (?:only )?(?:be )?use|business purposes|personal use|appropriate use)\b/,
    ),
    section(
      'prohibited use',
      /\b(?:prohibit\w*|forbid\w*|forbidden|unacceptable|not (?:permitted|allowed|acceptable)|must not|may not|shall not|never)\b/,
    ),
    section(
      'device security',
      /\b(?:encrypt\w*|lock\w*|screen ?saver|anti-?(?:virus|malware)|firewall|patch\w*|updat\w+|passcode|mdm|device security|endpoint protection)\b/,
    ),
    section(
      'software installation',
      /\b(?:install\w*\b(?! (?:\w+ ){0,2}(?:updates?|patches))|(?:un)?(?:authori[sz]|approv|licen[cs])ed (?:software|applications?|tools)|software (?:comes|that|must|may|has to))\b/,
      /\bsoftware\b/,
    ),
    section('notice of monitoring', /\b(?:monitor\w*|no expectation of privacy|inspect\w*|audit\w*|logged)\b/),
    section(
      'return of assets',
      /\breturn\w*\b[^\n]{0,80}\b(?:assets?|equipment|devices?|laptops?|property|hardware|workstations?)|\b(?:assets?|equipment|devices?|laptops?|property|workstations?)\b[^\n]{0,80}\b(?:return\w*|collect\w*|recover\w*)/,
    ),
  ],
  risk: [
    section('methodology', /\b(?:method\w*|process|approach|framework|identif\w+)\b/, /\bassess\w*/),
    section('scales of likelihood and impact', /\b(?:likelihood|probability)\b/),
    section(
      'risk owner',
      /\b(?:risk owners?|(?:its|an|one) owner|owned by|ownership|responsib\w+|accountab\w+)\b/,
      /\bowners?\b/,
    ),
    section('treatment options', /\b(?:treat\w*|mitigat\w*|avoid\w*|transfer\w*)\b/),
    section(
      'who accepts a risk',
      /\b(?:acceptance|accept(?:s|ed|ing)? (?:(?:a|the|any|all|this|some|such|residual|remaining|certain) )?risks?|risks? (?:may|can|is|are|must|will|can only|may only) (?:be )?accepted|residual|risk appetite|risk tolerance|acceptable (?:level|risk)\w*)\b/,
      /\baccept\w*/,
    ),
    section('risk of fraud', /\bfraud\w*|\b(?:embezzl\w*|insider (?:threats?|misuse)|misappropriat\w*)\b/),
    section('cadence', /\b(?:annual\w*|year(?:ly)?|quarter(?:ly)?|month(?:ly|s)?|once a)\b/),
    section(
      'register',
      /\b(?:register|risk log|risk (?:assessment )?(?:report|table|inventory|treatment plan|assessment sheet))\b/,
    ),
  ],
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
      /\b(?:service accounts?|system accounts?|machine (?:accounts?|identit\w+)|non-?human|api keys?|shared accounts?|workload(?:s| identit\w+)|robot accounts?)\b/,
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
      /\b(?:retention (?:schedule|periods?)|periods?|retain(?:ed)?\b[^\n]{0,60}\b(?:years?|months?|days?)|kept\b[^\n]{0,60}\b(?:years?|months?|days?))\b/,
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
  confidentiality: [
    section(
      'what is confidential',
      /\b(?:confidential (?:information|data)\b[^\n]{0,40}\b(?:include|mean|cover|comprise|defin|such as|any|refers?)\w*|confidential\b[^\n]{0,20}\b(?:is|are|means|includes?)|trade secrets?|(?:is|are|considered|deemed|classified|marked) (?:as )?confidential)\b/,
      /\bconfidential\b/,
    ),
    section(
      'agreements',
      /\b(?:non-?disclosure|ndas?|(?:confidentiality|employment|signed?|sign an?) agreements?|agreements? (?:is|are|must|before)|undertakings?)\b/,
      /\b(?:agreements?|contracts?)\b/,
    ),
    section(
      'sharing',
      /\b(?:shar(?:e|ed|ing)|disclos\w+|disseminat\w+|third[- ]part(?:y|ies)|need[- ]to[- ]know|discuss\w*)\b/,
    ),
    section('return or destruction', /\b(?:return\w*|destr(?:oy|uction)\w*|shred\w*|delet\w+|dispos\w+)\b/),
    section(
      'duration',
      /\b(?:duration|after\b[^\n]{0,60}\b(?:terminat\w+|end\w*|leav\w+|separation|employment|engagement|contract)|surviv\w+|years?|indefinite\w*|perpetu\w+|continu\w+)\b/,
    ),
  ],
  'change-management': [
    section(
      'request and record',
      /\b(?:request\w*|tickets?|record(?:ed|s)?|log(?:ged)?|document(?:ed|ation)?|pull requests?|merge requests?|proposed|track\w*)\b/,
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
    section('emergency changes', /\b(?:emergenc(?:y|ies)|hot-?fix\w*|urgent|expedited|break[- ]glass)\b/),
    section(
      'rollback',
      /\b(?:roll(?:ed|ing)?[- ]?back|back-?out|revert\w*|undo(?:ne)?|restore the (?:former|previous)|fall-?back)\b/,
    ),
    section(
      'segregation of duties',
      /\b(?:s(?:egregat|eparat)\w+ of duties|duties (?:are )?(?:segregated|separated)|(?:nobody|no one|no person|not)\b[^\n]{0,80}\b(?:approv\w+|review\w*)\b[^\n]{0,40}\b(?:own|change)|other than the author|someone else|not (?:the )?(?:author|same person)|different (?:person|individual)|(?:both|own)\b[^\n]{0,40}\bapprov\w+)\b/,
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
    section('sources and cadence of scans', /\b(?:scan\w*|advisor(?:y|ies)|feeds?|detect\w*)\b/),
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
  vendors: [
    section(
      'inventory',
      /\b(?:inventor(?:y|ies)|register|list of (?:all )?(?:vendors?|suppliers?|third)|catalogu?e|maintain\w*\b[^\n]{0,40}\blist)\b/,
    ),
    section(
      'tiers of criticality',
      /\b(?:tiers?|criticality|classif\w+|categor\w+|risk (?:levels?|ratings?)|high[- ]risk|levels of|critical:)/,
      /\b(?:critical|levels?|risks?)\b/,
    ),
    section(
      'checks before use',
      /\b(?:due diligence|before\b[^\n]{0,100}\b(?:contract|engag\w+|us(?:e|ing)|access|onboard\w*|assess\w*)|prior to\b|risk assessments?|security (?:questionnaires?|assessments?|reviews?)|vett\w+|evaluat\w+)\b/,
    ),
    section(
      'clauses of contracts',
      /\b(?:(?:contracts?|agreements?) (?:\w+ ){0,3}(?:hold|contain|includ|requir|must|shall|with|stat|set|cover|address|oblig)\w*|clauses?|dpas?|terms|provisions?|(?:confidentiality|non-?disclosure|data processing|service[- ]level|written|formal) agreements?)\b/,
      /\b(?:contracts?|agreements?)\b/,
    ),
    section(
      'cadence of review',
      /\breview\w*\b[^\n]{0,120}\b(?:annual\w*|year\w*|quarter\w*|months?|regular\w*|periodic\w*)|\b(?:annual\w*|yearly|once a year|every year|quarterly|regular\w*|periodic\w*)\b[^\n]{0,100}\b(?:review\w*|assess\w*|audit\w*|evaluat\w+)/,
    ),
    section(
      'review of their SOC reports',
      /\bsoc[- ]?[123]?\b|\b(?:attestations?|assurance reports?|iso ?27001|audit reports?|cuecs?|complementary)\b/,
    ),
    section(
      'end of the relationship',
      /\b(?:off-?board\w*|terminat\w+|end of (?:the )?(?:contract|relationship|agreement)|(?:contract|relationship|agreement|service)s? (?:has |have )?(?:ends?|ended|is over)|exit|expir\w+|cease\w*)\b/,
    ),
  ],
  physical: [
    section(
      'access to facilities',
      /\b(?:access (?:to|control|cards?)|physical access|badge (?:access|readers?)|keycards?|locks?|locked|doors?|entry|entrances?)\b/,
      /\baccess\b(?!.*\b(?:remov|revo)\w*)(?<!\b(?:remov|revo)\w*.*)/,
    ),
    section('visitors', /\b(?:visitors?|guests?|escort\w*)\b/),
    section(
      'what the cloud provider does',
      /\b(?:cloud|hosting|hosted|aws|amazon web services|azure|google|carve[sd]?[- ]?out|subservice|data cent(?:er|re)s?|colocation)\b/,
      /\bprovider\b/,
    ),
    section(
      'environment',
      /\b(?:fire|smoke|power|ups|cooling|hvac|temperature|flood\w*|environmental|humidity|generators?|water)\b/,
    ),
    section(
      'removal of access',
      /\b(?:revo(?:ke|ked|cation)\w*|remov\w+|terminat\w+|return\w*|deactivat\w+|disabl\w+)\b/,
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
  privacy: [
    section(
      'what is collected',
      /\b(?:collect\w*|gather\w*|categories of (?:personal )?(?:data|information)|(?:data|information) we (?:process|hold))\b/,
    ),
    section(
      'purpose',
      /\b(?:purposes?|why we|(?:we )?use (?:your|the|personal|this) (?:data|information)|how we use|used (?:for|to))\b/,
    ),
    section(
      'legal basis or consent',
      /\b(?:legal bas(?:is|es)|lawful|consent\w*|legitimate interests?|opt[- ](?:in|out)|choices?)\b/,
    ),
    section('retention', /\b(?:retention|retain\w*|kept|keep|how long|delet\w+)\b/),
    section(
      'sharing',
      /\b(?:shar(?:e|ed|ing)|disclos\w+|third[- ]part(?:y|ies)|sub-?processors?|recipients?|transfer\w*)\b/,
    ),
    section(
      'rights of people',
      /\b(?:rights?\b|access\b[^\n]{0,60}\b(?:your|their|personal) (?:data|information)|data subject|(?:correct|rectif|delet|eras)\w*\b[^\n]{0,60}\b(?:your|their|personal) (?:data|information)|requests?)/,
    ),
    section('contact', /\b(?:contact\w*|e-?mail|write to|reach us|data protection officer|dpo|privacy@\S+|address)\b/),
    section(
      'changes to it and effective date',
      /\b(?:changes? to (?:this|the)|updat\w+|amend\w*|effective|revis\w+)\b/,
    ),
    section(
      'complaints',
      /\b(?:complain\w*|supervisory authorit\w+|data protection authorit\w+|lodge|grievances?|regulator)\b/,
    ),
  ],
  'processing-integrity': [
    section('definitions', /\b(?:defin\w+|specif\w+|requirements?|data dictionar\w+|accura\w+)\b/),
    section('validation of input', /\b(?:input|validat\w+|schemas?|complete(?:ness)?)\b/),
    section(
      'handling of errors',
      /\b(?:errors?|exceptions?|retr(?:y|ies)|dead-?letter|fail\w*|correct(?:ed|ion|ions))\b/,
    ),
    section('reconciliation', /\b(?:reconcil\w+|balanc\w+|totals?|match(?:ed|ing)?|compar\w+|checksums?)\b/),
    section('review of output', /\b(?:outputs?|reports?|results?|deliver\w*)\b/),
    section('storage', /\b(?:stor(?:e|ed|age|ing)|databases?|integrity|retention|backups?)\b/),
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
  'system-description': [
    section(
      'services',
      /\b(?:(?:our|the|its) (?:services?|products?|platform)|(?:product|service|platform)s? (?:is|are|offers?|provides?|lets?|allows?)|offer\w*|provides?)\b/,
      /\b(?:services?(?! organi[sz]ation)|products?|platform|overview)\b/,
    ),
    section('boundaries', /\b(?:boundar(?:y|ies)|scope|in[- ]scope|out of scope|not in scope|perimeter)\b/),
    section('components', /\b(?:components?|infrastructure|software|architecture|servers?|networks?)\b/),
    section('people', /\b(?:people|personnel|teams?|staff|employees?|roles?|organi[sz]ation(?:al)?)\b/),
    section(
      'data',
      /\b(?:(?:customers?'?s?'?|user|account|personal|confidential|sensitive|client) (?:\w+ )?data|data (?:flows?|types?|stores?|we|that|is|are|classif\w+|elements?|sets?)|classes of data)\b/,
      /\bdata\b/,
    ),
    section(
      'subservice organisations',
      /\b(?:sub-?service|sub-?processors?|vendors?|providers?|third[- ]part(?:y|ies)|hosted (?:by|on|in)|aws|azure|google cloud|amazon web services)\b/,
    ),
    section(
      'what customers have to do themselves',
      /\b(?:complementary|cuecs?|user entit(?:y|ies)|customers?\b[^\n]{0,60}\b(?:responsib\w+|manage|must|keep|ensure)|user controls?|shared responsibility|responsibilit\w+ of (?:the )?(?:customers?|users?|clients?))\b/,
    ),
  ],
};
