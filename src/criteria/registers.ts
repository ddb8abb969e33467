/** What is kept as a list: registers that are kept up to date, and records of what was done each time. */
export const registerIds = [
  'access-review',
  'restore-test',
  'risk-register',
  'vendor-register',
  'asset-inventory',
  'incident-log',
  'training-record',
  'exception-log',
] as const;
export type RegisterId = (typeof registerIds)[number];

export type Field =
  | 'what'
  | 'date'
  | 'who'
  | 'result'
  | 'owner'
  | 'likelihood'
  | 'impact'
  | 'rating'
  | 'treatment'
  | 'status'
  | 'reviewed'
  | 'next'
  | 'service'
  | 'criticality'
  | 'report'
  | 'classification'
  | 'location'
  | 'detected'
  | 'resolved'
  | 'cause'
  | 'actions'
  | 'reason'
  | 'approver'
  | 'expires';

/** The fields that hold a day. */
export const dayFields: readonly Field[] = ['date', 'reviewed', 'next', 'report', 'detected', 'resolved', 'expires'];

export interface RegisterField {
  /** What the column or key is called, in lower case and single spaces. */
  called: RegExp;
  /** For a person who fills it in. */
  about: string;
  required?: true;
}

export interface Register {
  title: string;
  /** What an auditor looks for in it. */
  looksFor: string;
  /** A line for each time that something was done: whoever made a column for it meant it to be filled in. */
  log?: true;
  fields: { readonly [F in Field]?: RegisterField };
}

const owner = {
  called: /^(?:(?:\w+ )?owner|responsible(?: (?:person|party|team))?|accountable)$/,
  about: 'Who answers for it: a role.',
} as const;
const status = { called: /^(?:status|state)$/, about: 'Where it stands: open, closed.' } as const;
const reviewed = {
  called:
    /^(?:(?:last )?review(?:ed)?(?: (?:on|date))?|last (?:reviewed?|assessment|assessed)(?: (?:on|date))?|date (?:of )?(?:last )?(?:review|assessment))$/,
  about: 'The day it was last looked at, YYYY-MM-DD.',
} as const;
const next = {
  called:
    /^(?:next (?:review|assessment)(?: (?:on|date|due))?|(?:review|re-?assess) (?:by|due)(?: date)?|due(?: date)?)$/,
  about: 'The day by which it is looked at next, YYYY-MM-DD.',
} as const;
const date = (more: string) => ({
  called: new RegExp(`^(?:date|day|when|performed(?: on)?|completed(?: on)?|date (?:of )?.*|${more})$`),
  about: 'The day, YYYY-MM-DD.',
});
const who = {
  called: /^(?:by|who|reviewers?|tester|tested by|reviewed by|performed by|responsible|owner|conducted by|lead)$/,
  about: 'Who did it: a role.',
} as const;

/** What each of them holds, by the names that its columns or keys usually have. */
export const registers: { readonly [R in RegisterId]: Register } = {
  'access-review': {
    title: 'Access reviews',
    log: true,
    looksFor:
      'That every system with customers’ data was reviewed as often as the policy says, by somebody who may decide, and that what was found was taken away.',
    fields: {
      date: { ...date('reviewed(?: on)?|review date'), required: true },
      what: { called: /^(?:systems?|what|scope|application|service|accounts?)$/, about: 'Which system or accounts.' },
      who,
      result: { called: /^(?:results?|findings?|outcome|changes|removed|actions?)$/, about: 'What came of it.' },
    },
  },
  'restore-test': {
    title: 'Restore and continuity tests',
    log: true,
    looksFor:
      'That a backup was really restored, how long it took, whether that is within the targets, and who was there.',
    fields: {
      date: { ...date('tested(?: on)?|test date'), required: true },
      what: {
        called: /^(?:what|systems?|scope|scenario|database|exercise|test)$/,
        about: 'What was restored or exercised.',
      },
      who,
      result: {
        called: /^(?:results?|outcome|duration|finding|findings|rto|success)$/,
        about: 'How it ended, and how long it took.',
        required: true,
      },
    },
  },
  'risk-register': {
    title: 'Risk register',
    looksFor:
      'That risks are rated by one scale, each has an owner and an answer, fraud is thought of, and the list is looked through at least once a year.',
    fields: {
      what: {
        called: /^(?:risk|risk (?:title|name|description|statement)|title|name|description|what|threat|scenario)$/,
        about: 'The risk, in a sentence.',
        required: true,
      },
      owner: { ...owner, required: true },
      likelihood: { called: /^(?:likelihood|probability)$/, about: 'How likely it is, on the scale.' },
      impact: { called: /^(?:impact|consequence|severity)$/, about: 'How bad it would be, on the scale.' },
      rating: {
        called:
          /^(?:(?:inherent |residual |overall )?(?:risk )?(?:rating|score|level)|inherent risk|residual risk|priority)$/,
        about: 'What both come to, on the scale.',
      },
      treatment: {
        called:
          /^(?:treatment(?: plan)?|response|mitigations?|mitigation plan|controls?|action(?:s| plan)?|decision|plan)$/,
        about: 'What is done about it: reduced, accepted, handed on, avoided, and how.',
        required: true,
      },
      status,
      reviewed,
      next,
    },
  },
  'vendor-register': {
    title: 'Register of vendors and subprocessors',
    looksFor:
      'That everyone who could touch customers’ data is on it, that the critical ones are rated, and that their report was read within the year.',
    fields: {
      what: {
        called:
          /^(?:vendors?|vendor name|name|suppliers?|providers?|sub-?processors?|third part(?:y|ies)|company|entity)$/,
        about: 'Who it is.',
        required: true,
      },
      service: {
        called: /^(?:services?|purpose|use|used for|what for|description|function)$/,
        about: 'What it does for us.',
      },
      owner: { ...owner, required: true },
      criticality: {
        called: /^(?:critical(?:ity)?|tier|risk(?: (?:rating|level|tier))?|rating|importance|level)$/,
        about: 'How much depends on it: critical, high, medium, low.',
        required: true,
      },
      classification: {
        called: /^(?:data|data (?:class(?:ification)?|processed|shared|types?)|classification)$/,
        about: 'Which data it sees.',
      },
      location: { called: /^(?:location|region|country|where)$/, about: 'Where it keeps the data.' },
      report: {
        called:
          /^(?:(?:soc ?2|iso ?27001|assurance|audit|last)? ?report(?: (?:date|on|of|received|reviewed))?|soc ?2(?: (?:type ?(?:1|2|i|ii)|date))?|attestation(?: date)?)$/,
        about: 'The day of the newest report on its controls that was read, YYYY-MM-DD.',
      },
      reviewed,
      next,
      status,
    },
  },
  'asset-inventory': {
    title: 'Inventory of systems and data',
    looksFor: 'That what holds customers’ data is known, each with an owner and a class of data.',
    fields: {
      what: {
        called: /^(?:assets?|systems?|name|data ?(?:set|store)?|what|application|information asset)$/,
        about: 'What it is.',
        required: true,
      },
      owner: { ...owner, required: true },
      classification: {
        called: /^(?:(?:data )?class(?:ification)?|sensitivity|confidentiality|data (?:class|type)s?|criticality)$/,
        about: 'Which class of data it holds.',
        required: true,
      },
      location: { called: /^(?:location|where|region|host(?:ed)?(?: (?:in|at))?)$/, about: 'Where it is.' },
      reviewed,
    },
  },
  'incident-log': {
    title: 'Log of incidents',
    looksFor:
      'For each incident when it was noticed and ended, what caused it, who was told, and that what was to be done was done.',
    fields: {
      what: {
        called: /^(?:incidents?|title|name|summary|description|what(?: happened)?|id)$/,
        about: 'What happened.',
        required: true,
      },
      date: { ...date('started(?: (?:on|at))?|occurred(?: on)?|opened(?: on)?|start'), required: true },
      detected: {
        called: /^(?:detected|noticed|discovered|reported)(?: (?:on|at|date))?$/,
        about: 'The day it was noticed.',
      },
      resolved: {
        called: /^(?:resolved|closed|ended|end|contained|mitigated)(?: (?:on|at|date))?$/,
        about: 'The day it ended.',
      },
      rating: { called: /^(?:severity|sev|priority|level|impact)$/, about: 'How bad it was.' },
      cause: { called: /^(?:(?:root )?causes?|root cause(?: analysis)?|rca|why)$/, about: 'What caused it.' },
      actions: {
        called: /^(?:actions?(?: items?)?|follow[- ]?ups?|corrective actions?|lessons(?: learned)?|remediation)$/,
        about: 'What is done so that it does not happen again.',
      },
      status,
      owner,
    },
  },
  'training-record': {
    title: 'Record of training',
    log: true,
    looksFor: 'That everybody was trained when they came and once a year, by name of the course and day.',
    fields: {
      what: {
        called: /^(?:training|course|topic|title|name|module|what)$/,
        about: 'What was trained.',
        required: true,
      },
      who: {
        called: /^(?:who|audience|participants?|attendees?|employees?|team|role|completed by|for)$/,
        about: 'Who took part: roles or counts, not names.',
      },
      date: { ...date('trained(?: on)?|held(?: on)?'), required: true },
      next,
      result: { called: /^(?:results?|completion|completed|rate|score)$/, about: 'How many finished it.' },
    },
  },
  'exception-log': {
    title: 'Log of exceptions',
    looksFor: 'That each exception from a policy has a reason, somebody who allowed it, and a day on which it ends.',
    fields: {
      what: {
        called: /^(?:exceptions?|policy|control|what|title|name|description|requirement)$/,
        about: 'What is excepted from what.',
        required: true,
      },
      reason: {
        called: /^(?:reason|why|justification|rationale|business (?:reason|justification))$/,
        about: 'Why.',
        required: true,
      },
      owner,
      approver: {
        called: /^(?:approver|approved by|accepted by|approval|granted by|authori[sz]ed by)$/,
        about: 'Who allowed it: a role.',
        required: true,
      },
      expires: {
        called:
          /^(?:expir(?:es|y|ation)(?: (?:on|date))?|ends?(?: (?:on|date))?|until|valid (?:to|until)|end date|review by)$/,
        about: 'The day it ends, YYYY-MM-DD.',
        required: true,
      },
      status,
    },
  },
};
