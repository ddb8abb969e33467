import type { CriterionId } from './catalogue.ts';
import type { PolicyId } from './policies.ts';

/**
 * What policies have to say for one criterion of privacy or processing integrity each, as these are the categories of which
 * one policy has to cover all. Our own judgement.
 */
export const duties = {
  notice: { says: 'from when it holds and how changes are told', criterion: 'P1.1', of: 'privacy', in: [] },
  choices: { says: 'which choices people have and how they consent', criterion: 'P2.1', of: 'privacy', in: [] },
  'limited-collection': {
    says: 'that no more personal data is collected than is needed',
    criterion: 'P3.1',
    of: 'privacy',
    in: ['classification'],
  },
  'explicit-consent': { says: 'where consent has to be explicit', criterion: 'P3.2', of: 'privacy', in: [] },
  'limited-use': {
    says: 'that personal data is used for the stated purposes only',
    criterion: 'P4.1',
    of: 'privacy',
    in: ['classification'],
  },
  'end-of-use': {
    says: 'how personal data is deleted or made anonymous',
    criterion: 'P4.3',
    of: 'privacy',
    in: ['retention'],
  },
  access: { says: 'how people get to see their data', criterion: 'P5.1', of: 'privacy', in: [] },
  'identity-of-who-asks': {
    says: 'how it is checked who asks for data',
    criterion: 'P5.1',
    of: 'privacy',
    in: [],
  },
  correction: { says: 'how people have their data corrected', criterion: 'P5.2', of: 'privacy', in: [] },
  disclosure: {
    says: 'to whom personal data is disclosed',
    criterion: 'P6.1',
    of: 'privacy',
    in: ['vendors', 'confidentiality'],
  },
  'vendor-commitments': {
    says: 'what vendors have to commit to for personal data',
    criterion: 'P6.4',
    of: 'privacy',
    in: ['vendors'],
  },
  'vendor-incidents': {
    says: 'that vendors have to report incidents',
    criterion: 'P6.5',
    of: 'privacy',
    in: ['vendors', 'incident-response'],
  },
  accuracy: { says: 'how personal data is kept right and current', criterion: 'P7.1', of: 'privacy', in: [] },
  complaints: { says: 'how complaints are taken and answered', criterion: 'P8.1', of: 'privacy', in: [] },
  specification: {
    says: 'what processing has to do, by which definitions',
    criterion: 'PI1.1',
    of: 'processing-integrity',
    in: ['development'],
  },
  input: { says: 'how input is checked', criterion: 'PI1.2', of: 'processing-integrity', in: ['development'] },
  errors: {
    says: 'how errors in processing are noticed and handled',
    criterion: 'PI1.3',
    of: 'processing-integrity',
    in: [],
  },
  output: { says: 'how output is checked, and who gets it', criterion: 'PI1.4', of: 'processing-integrity', in: [] },
  storage: { says: 'how stored data is kept whole', criterion: 'PI1.5', of: 'processing-integrity', in: ['backup'] },
} as const satisfies {
  readonly [id: string]: {
    /** As the object of "says". */
    says: string;
    criterion: CriterionId;
    /** The policy that has to say it. */
    of: PolicyId;
    /** Others that may say it in its place. */
    in: readonly PolicyId[];
  };
};

export type DutyId = keyof typeof duties;
export const dutyIds = Object.keys(duties) as readonly DutyId[];
