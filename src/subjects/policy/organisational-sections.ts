import { enforcement, exceptions, purpose, scope, section } from './section.ts';

export const organisational = {
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
    section(
      'the policies that go into detail',
      /\b(?:access|encryption|cryptograph\w+|incident|change|acceptable|risk|vendor|supplier|third[- ]party|password|authentication|backup|classification|retention|privacy|continuity|remote|development|physical)\b[\w -]{0,40}\b(?:polic(?:y|ies)|plans?|standards?|procedures?)\b|\b(?:sub-?policies|(?:supporting|related|further|specific|detailed|topic-specific|other) (?:security )?(?:policies|documents|procedures))\b/,
      /\b(?:references?|related)\b/,
    ),
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
      /\b(?:contractual (?:requirements?|terms|obligations?)|(?:contracts?|agreements?) (?:\w+ ){0,3}(?:hold|contain|includ|requir|must|shall|with|stat|set|cover|address|oblig)\w*|clauses?|dpas?|terms|provisions?|(?:confidentiality|non-?disclosure|data processing|service[- ]level|written|formal) agreements?)\b/,
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
