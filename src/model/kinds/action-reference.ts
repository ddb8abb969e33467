import type { Fact, NotApplicable } from '../fact.ts';
import { defineKind, trait } from '../kind.ts';

export const actionReference = defineKind({
  name: 'action-reference',
  about: 'Foreign code that a pipeline runs: an action, a reusable workflow, an image.',
  plural: 'references to foreign pipeline code',
  inventory: false,
  traits: {
    reference: trait<string>('As it is written.'),
    pinned: trait<Fact<boolean>>('Whether it names content that can’t change: a commit, a digest.'),
    meant: trait<Fact<string | undefined> | NotApplicable>(
      'The widely used action of another owner whose name is one slip away from this one’s.',
    ),
    abandoned: trait<boolean | undefined>(
      'Whether its repository is archived, so that nothing in it is mended; undefined: not known offline.',
    ),
    isImage: trait<boolean>('Whether it is a container image.'),
  },
});
