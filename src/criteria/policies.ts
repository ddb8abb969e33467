import type { Category, CriterionId } from './catalogue.ts';

/**
 * The policies that are usual where SOC 2 is the aim, what calls for each, and the criteria a written one is evidence
 * for. Criteria that no repository can show are left out. Our own judgement, not a list of the AICPA's.
 */
export const policies = {
  'information-security': {
    title: 'Information security policy',
    neededFor: 'security',
    criteria: ['CC1.3', 'CC2.2', 'CC5.1', 'CC5.2', 'CC5.3'],
  },
  'policy-management': {
    title: 'Policy management and exceptions',
    neededFor: 'security',
    criteria: ['CC5.3', 'CC2.2', 'CC4.2'],
  },
  'code-of-conduct': { title: 'Code of conduct', neededFor: 'security', criteria: ['CC1.1', 'CC1.5'] },
  roles: { title: 'Roles and responsibilities', neededFor: 'security', criteria: ['CC1.3', 'CC1.5'] },
  personnel: {
    title: 'Personnel security policy',
    neededFor: 'security',
    criteria: ['CC1.1', 'CC1.4', 'CC1.5', 'CC6.2'],
  },
  training: { title: 'Security awareness training', neededFor: 'security', criteria: ['CC1.4', 'CC2.2'] },
  'acceptable-use': {
    title: 'Acceptable use policy',
    neededFor: 'security',
    criteria: ['CC1.1', 'CC2.2', 'CC6.7', 'CC6.8'],
  },
  risk: {
    title: 'Risk management policy',
    neededFor: 'security',
    criteria: ['CC3.1', 'CC3.2', 'CC3.3', 'CC3.4', 'CC5.1', 'CC9.1'],
  },
  'access-control': {
    title: 'Access control policy',
    neededFor: 'security',
    criteria: ['CC6.1', 'CC6.2', 'CC6.3', 'CC6.6', 'CC5.2'],
  },
  authentication: {
    title: 'Authentication and password policy',
    neededFor: 'security',
    criteria: ['CC6.1', 'CC6.2', 'CC6.6'],
  },
  'remote-access': { title: 'Remote access policy', neededFor: 'optional', criteria: ['CC6.1', 'CC6.6', 'CC6.7'] },
  encryption: {
    title: 'Encryption and key management policy',
    neededFor: 'security',
    criteria: ['CC6.1', 'CC6.7', 'C1.1', 'PI1.5'],
  },
  classification: {
    title: 'Data classification and handling policy',
    neededFor: 'security',
    criteria: ['C1.1', 'CC6.1', 'CC6.7', 'CC2.1', 'P4.1'],
  },
  retention: {
    title: 'Data retention and disposal policy',
    neededFor: 'security',
    criteria: ['C1.2', 'CC6.5', 'P4.2', 'P4.3', 'CC2.1'],
  },
  confidentiality: {
    title: 'Confidentiality policy',
    neededFor: 'confidentiality',
    criteria: ['C1.1', 'C1.2', 'CC2.3'],
  },
  'change-management': {
    title: 'Change management policy',
    neededFor: 'security',
    criteria: ['CC8.1', 'CC3.4', 'CC6.8'],
  },
  development: {
    title: 'Secure development policy',
    neededFor: 'security',
    criteria: ['CC8.1', 'CC7.1', 'CC6.8', 'PI1.1'],
  },
  vulnerabilities: {
    title: 'Vulnerability and patch management policy',
    neededFor: 'security',
    criteria: ['CC7.1', 'CC6.8', 'CC4.1'],
  },
  logging: {
    title: 'Logging and monitoring policy',
    neededFor: 'security',
    criteria: ['CC7.2', 'CC7.3', 'CC2.1', 'CC4.1'],
  },
  'incident-response': {
    title: 'Incident response plan',
    neededFor: 'security',
    criteria: ['CC7.3', 'CC7.4', 'CC7.5', 'CC2.3', 'P6.6'],
  },
  continuity: {
    title: 'Business continuity and disaster recovery plan',
    neededFor: 'security',
    criteria: ['A1.2', 'A1.3', 'CC7.5', 'CC9.1'],
  },
  backup: { title: 'Backup policy', neededFor: 'availability', criteria: ['A1.2', 'A1.3', 'CC7.5', 'PI1.5'] },
  vendors: {
    title: 'Vendor management policy',
    neededFor: 'security',
    criteria: ['CC9.2', 'CC3.2', 'P6.4', 'P6.5'],
  },
  physical: { title: 'Physical security policy', neededFor: 'security', criteria: ['CC6.4', 'CC6.5', 'A1.2'] },
  assets: { title: 'Asset management policy', neededFor: 'security', criteria: ['CC6.1', 'CC6.5', 'CC2.1'] },
  network: {
    title: 'Network and cloud security policy',
    neededFor: 'security',
    criteria: ['CC6.6', 'CC7.1', 'CC5.2', 'CC6.1'],
  },
  privacy: {
    title: 'Privacy policy and notice',
    neededFor: 'privacy',
    criteria: ['P1.1', 'P2.1', 'P3.1', 'P3.2', 'P4.1', 'P5.1', 'P5.2', 'P6.1', 'P6.6', 'P7.1', 'P8.1'],
  },
  'processing-integrity': {
    title: 'Processing integrity policy',
    neededFor: 'processing-integrity',
    criteria: ['PI1.1', 'PI1.2', 'PI1.3', 'PI1.4', 'PI1.5'],
  },
  capacity: { title: 'Capacity and performance policy', neededFor: 'availability', criteria: ['A1.1'] },
  'system-description': { title: 'System description', neededFor: 'security', criteria: ['CC2.1', 'CC2.3', 'CC3.1'] },
} as const satisfies {
  readonly [id: string]: { title: string; neededFor: Category | 'optional'; criteria: readonly CriterionId[] };
};

export type PolicyId = keyof typeof policies;
export const policyIds = Object.keys(policies) as readonly PolicyId[];

/** What a policy states for a criterion, as the object of "says". */
const statements: { readonly [C in CriterionId]?: string } = {
  'CC1.1': 'what conduct is expected, and what follows where it is missing',
  'CC1.3': 'who answers for security and to whom they report',
  'CC1.4': 'how people are screened, trained and kept able to do their work',
  'CC1.5': 'who is held to account for which duty',
  'CC2.1': 'which information the controls rely on and who keeps it good',
  'CC2.2': 'what staff have to know and how they are told',
  'CC2.3': 'what is promised to outsiders and how they are told of problems',
  'CC3.1': 'what the system is meant to do, so that risks can be held against it',
  'CC3.2': 'how risks are found, rated and given an owner',
  'CC3.3': 'that fraud and misuse from inside are looked for among the risks',
  'CC3.4': 'when a change calls for looking at the risks again',
  'CC4.1': 'how, and how often, controls are looked at',
  'CC4.2': 'how weaknesses are reported, accepted for a time or put right',
  'CC5.1': 'how controls are chosen for the risks that were found',
  'CC5.2': 'which general controls hold for technology',
  'CC5.3': 'what management has laid down and how it becomes practice',
  'CC6.1': 'who may reach systems and data, and what keeps everyone else out',
  'CC6.2': 'how access is granted on approval and taken away on leaving',
  'CC6.3': 'how rights follow the role, stay small and are looked through',
  'CC6.4': 'who may enter the places where systems stand',
  'CC6.5': 'how devices and media are cleared before their protection ends',
  'CC6.6': 'what guards the boundary to the outside',
  'CC6.7': 'how data is guarded when it is sent, carried or moved',
  'CC6.8': 'which software may be installed and how harmful software is kept out',
  'CC7.1': 'how flaws and weak settings are found, and how soon they are mended',
  'CC7.2': 'what is logged and who is alerted',
  'CC7.3': 'how an event is judged to be an incident or not',
  'CC7.4': 'how an incident is contained and who is told',
  'CC7.5': 'how service is restored and what is learnt afterwards',
  'CC8.1': 'how a change is asked for, tested, reviewed and released',
  'CC9.1': 'how the business goes on through a disruption',
  'CC9.2': 'how vendors are assessed before and while they are relied on',
  'A1.1': 'how capacity is watched and planned',
  'A1.2': 'what is backed up and how recovery is provided for',
  'A1.3': 'how, and how often, recovery is tested',
  'PI1.1': 'what processing has to do and by which definitions',
  'PI1.2': 'how input is checked for being whole and right',
  'PI1.3': 'how errors in processing are noticed and handled',
  'PI1.4': 'who receives output and how it is reviewed',
  'PI1.5': 'how stored data is kept whole',
  'C1.1': 'which information is confidential and how it is handled',
  'C1.2': 'when and how confidential information is destroyed',
  'P1.1': 'what people are told about the use of their data',
  'P2.1': 'which choices people have and how they consent',
  'P3.1': 'which personal data is collected and for what',
  'P3.2': 'where consent has to be explicit',
  'P4.1': 'that personal data is used only for the purposes stated',
  'P4.2': 'how long personal data is kept',
  'P4.3': 'how personal data is destroyed',
  'P5.1': 'how people can see their data',
  'P5.2': 'how people can have their data corrected',
  'P6.1': 'to whom personal data is disclosed, and with whose consent',
  'P6.4': 'what vendors commit to for personal data',
  'P6.5': 'that vendors have to report incidents with personal data',
  'P6.6': 'how, and how soon, people and authorities are told of a breach',
  'P7.1': 'how personal data is kept right and current',
  'P8.1': 'how complaints about privacy are taken and answered',
};

/** A reason for each criterion that some policy is evidence for: `sentence` says how, given what the policy states. */
export const reasonsOfPolicies = (sentence: (what: string) => string): { readonly [C in CriterionId]?: string } =>
  Object.fromEntries(Object.entries(statements).map(([id, what]) => [id, sentence(what)]));
