import type { PolicyId } from '../../criteria/policies.ts';
import type { Fact } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';

/** Something that stands in a document: a few words, and where. */
export interface Passage {
  text: string;
  at: FilePlace;
}

/** A link to a file of the repository. */
export interface DocumentLink {
  target: string;
  found: boolean;
  at: FilePlace;
}

export type Topic =
  | 'tls-minimum'
  | 'change-approvals'
  | 'access-review'
  | 'log-retention'
  | 'backup-retention'
  | 'restore-test'
  | 'password-length'
  | 'customer-notice'
  | 'authority-notice'
  | 'recovery-time'
  | 'recovery-point'
  | 'retention-period'
  | 'request-deadline'
  | 'risk-review'
  | 'vendor-review'
  | 'training'
  | 'key-rotation'
  | 'vulnerability-deadline'
  | 'encryption-at-rest'
  | 'object-retention'
  | 'branch-bypass'
  | 'blocking-scans'
  | 'backup-frequency'
  | 'backup-region'
  | 'second-factor'
  | 'alarm-route'
  | 'audit-logging'
  | 'data-region';

/** A figure that a document commits to: the sentence, and the figure in one unit a topic. */
export interface Statement {
  topic: Topic;
  /**
   * TLS versions and counts as they are; periods and cadences in days or hours; 1: it is so. Unknown where the sentence hedges or
   * states several figures.
   */
  value: Fact<number>;
  /** `most`: no more than that, where a figure usually is the least. */
  bound?: 'most';
  /** Where on the map: names as in `Region.within`, one of which it has to lie in. */
  places?: readonly string[];
  /** The figure in words: `90 days`, `every quarter`. */
  figure: string;
  /** What exactly it is about, where there are several kinds of it: `audit`, of logs. Only the same are compared. */
  of?: string;
  quote: string;
  /** The title of the document. */
  document: string;
  at: FilePlace;
}

/** A scale for likelihood and impact: numbers from one to another, or words. */
export interface RatingScale {
  from?: number;
  to?: number;
  words?: readonly string[];
  quote: string;
  at: FilePlace;
}

/** An address at which something is to be reported. */
export interface Contact {
  /** For what, as a sentence goes on behind "for": `reports of incidents`. */
  purpose: string;
  address: string;
  at: FilePlace;
}

export const statements = trait<readonly Statement[]>('The figures that it commits to, each with its sentence.');

export const policyDocument = defineKind({
  name: 'policy-document',
  about: 'A policy as it is written down: one document.',
  plural: 'policy documents',
  inventory: false,
  traits: {
    policy: trait<PolicyId | undefined>('Which of the policies that are usual for SOC 2 it is.'),
    statements,
    owner: trait<Fact<string | undefined>>('Who answers for it, as it says.'),
    approver: trait<Fact<string | undefined>>('Who approved it, as it says.'),
    author: trait<Fact<string | undefined>>('Who wrote it, as it says.'),
    draft: trait<Fact<boolean | undefined>>('Whether its status says that it is a draft or retired.'),
    version: trait<Fact<string | undefined>>('Its version, as it says.'),
    versionInHistory: trait<Fact<string | undefined>>('The newest version in its table of versions.'),
    reviewedOn: trait<Fact<string | undefined>>('The last day that it says it was reviewed, approved or revised.'),
    changedOn: trait<Fact<string>>('The day on which it was changed last, as git has it.'),
    nextReviewOn: trait<Fact<string | undefined>>('The day by which it says it is reviewed next.'),
    reviewEveryDays: trait<Fact<number | undefined>>('How often it says it is reviewed, in days.'),
    criteriaNamed: trait<readonly Passage[]>('The ids of criteria that it names, whether they exist or not.'),
    placeholders: trait<readonly Passage[]>('What is left to fill in.'),
    links: trait<readonly DocumentLink[]>('Its links to files of this repository.'),
    ratedBy: trait<RatingScale | undefined>('The scale that it sets for risks.'),
    contacts: trait<readonly Contact[]>('The addresses that it names, and for what.'),
    paragraphs: trait<readonly string[]>(
      'What it says, paragraph by paragraph, in plain words without its title: texts are compared by them.',
    ),
    text: trait<string>('All that it says, in lower case: names are looked up in it.'),
  },
});
