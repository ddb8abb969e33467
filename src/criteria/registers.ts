import type { Category, CriterionId } from './catalogue.ts';
import { date, next, owner, reviewed, status, who, type Field, type RegisterField } from './register-fields.ts';

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
  'training-plan',
  'subprocessor-list',
  'post-mortem',
] as const;
export type RegisterId = (typeof registerIds)[number];

export interface Register {
  title: string;
  /** The category that calls for it, or none. */
  neededFor: Category | 'optional';
  /** What its entries are evidence for. */
  criteria: readonly CriterionId[];
  /** What an auditor looks for in it. */
  looksFor: string;
  /** A line for each time that something was done: whoever made a column for it meant it to be filled in. */
  log?: true;
  fields: { readonly [F in Field]?: RegisterField };
}

/** What each of them holds, by the names that its columns or keys usually have. */
export const registers: { readonly [R in RegisterId]: Register } = {
  'access-review': {
    title: 'Access reviews',
    neededFor: 'security',
    criteria: ['CC6.3'],
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
    neededFor: 'availability',
    criteria: ['A1.3'],
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
    neededFor: 'security',
    criteria: ['CC3.2'],
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
    neededFor: 'security',
    criteria: ['CC9.2'],
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
    neededFor: 'security',
    criteria: ['CC6.1'],
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
    neededFor: 'security',
    criteria: ['CC7.4'],
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
    neededFor: 'security',
    criteria: ['CC1.4'],
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
    neededFor: 'security',
    criteria: ['CC4.2'],
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
  'training-plan': {
    title: 'Plan of training',
    neededFor: 'optional',
    criteria: ['CC1.4', 'CC2.2'],
    looksFor: 'For who is trained in what and how often, so that the record of training can be held against it.',
    fields: {
      what: {
        called: /^(?:training|course|topic|title|name|module|what|subject)s?$/,
        about: 'What is trained.',
        required: true,
      },
      audience: {
        called: /^(?:who|audience|participants?|groups?|teams?|roles?|for(?: whom)?|target(?: group)?)$/,
        about: 'Who takes part: roles or groups.',
        required: true,
      },
      often: {
        called: /^(?:how often|frequency|cadence|when|interval|timing|schedule)$/,
        about: 'How often, or when: at hire, once a year.',
        required: true,
      },
      owner,
      next,
    },
  },
  'subprocessor-list': {
    title: 'List of subprocessors',
    neededFor: 'optional',
    criteria: ['CC9.2', 'P6.1'],
    looksFor: 'For every company that customers’ personal data is handed on to, for what, and in which country.',
    fields: {
      what: {
        called:
          /^(?:sub-? ?processors?(?: name)?|name|entity(?: name)?|company|vendors?|providers?|suppliers?|third part(?:y|ies))$/,
        about: 'Who it is.',
        required: true,
      },
      service: {
        called:
          /^(?:(?:nature of |type of )?(?:services?|processing)|purposes?(?: of processing)?|use|used for|description|function|activity)$/,
        about: 'What it does with the data.',
        required: true,
      },
      location: {
        called:
          /^(?:(?:entity |processing |data |hosting )?(?:location|region|country)|where|locations?(?: of processing)?)$/,
        about: 'In which country.',
        required: true,
      },
      classification: {
        called:
          /^(?:data|(?:personal )?data (?:processed|shared|types?|categories)|types? of data|categories of data)$/,
        about: 'Which data it sees.',
      },
      reviewed,
    },
  },
  'post-mortem': {
    title: 'Report on an incident',
    neededFor: 'optional',
    criteria: ['CC7.4', 'CC7.5'],
    looksFor:
      'For what happened when, what caused it, what is done so that it does not happen again, and that this was done.',
    fields: {
      what: {
        called: /^(?:title|incident|name|summary|what(?: happened)?)$/,
        about: 'What happened: the title of the report.',
        required: true,
      },
      date: { ...date('started(?: (?:on|at))?|occurred(?: on)?|incident date|start'), required: true },
      timeline: {
        called: /^(?:timeline|chronology|sequence of events|events)$/,
        about: 'What happened when.',
        required: true,
      },
      impact: {
        called: /^(?:(?:customer |user |business )?impact|effects?|damage|consequences)$/,
        about: 'Whom it concerned, and how badly.',
      },
      cause: {
        called:
          /^(?:(?:root |contributing )?causes?|root cause(?: analysis)?|rca|why(?: it happened)?|contributing factors|analysis)$/,
        about: 'What caused it.',
        required: true,
      },
      actions: {
        called:
          /^(?:actions?(?: items?| plan)?|follow[- ]?ups?|corrective(?: and preventive)? actions?|preventi(?:on|ve measures)|remediation|next steps|what we (?:do|will do|are doing)(?: about it)?)$/,
        about: 'What is done so that it does not happen again.',
        required: true,
      },
      open: { called: /^open(?: actions?)?$/, about: 'The actions that are not done yet.' },
      owner,
      status,
    },
  },
};
