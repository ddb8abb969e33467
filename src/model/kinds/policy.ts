import type { PolicyId } from '../../criteria/policies.ts';
import { defineKind, trait } from '../kind.ts';
import type { FilePlace } from '../place.ts';
import { statements } from './policy-document.ts';

/** A document of a policy, as far as its weight goes. */
export interface PolicyText {
  title: string;
  /** Words of its text, headings and front matter left out. */
  words: number;
  /** Whether it is certain that it is this policy. */
  sure: boolean;
  /** It doesn't say that it is a draft, or no longer holds. */
  inForce: boolean;
  /** How many criteria it claims in its front matter. */
  claims: number;
  at: FilePlace;
}

/** Something that a policy is looked through for. */
export interface PolicySection {
  name: string;
  found: boolean;
}

export const policy = defineKind({
  name: 'policy',
  about:
    'One of the policies that are usual for SOC 2: its documents taken together, or its absence where it is expected.',
  plural: 'policies',
  inventory: false,
  traits: {
    statements,
    which: trait<PolicyId>('Which policy it is.'),
    texts: trait<readonly PolicyText[]>('Its documents.'),
    sections: trait<readonly PolicySection[]>('What it has to say, and whether it does.'),
    expectedAt: trait<FilePlace | undefined>('Where the config says that policies are kept here.'),
  },
});
