import { defineKind, trait } from '../kind.ts';
import type { Fact } from '../fact.ts';

export const tagRules = defineKind({
  name: 'tag-rules',
  about: 'A ruleset on tags: what holds for the names that releases are known by.',
  plural: 'sets of tag rules',
  inventory: false,
  traits: {
    tags: trait<string>('The tags in words: `v*`, `all tags`.'),
    tagsInForce: trait<Fact<boolean>>('Whether it is switched on.'),
    tagsStay: trait<Fact<boolean>>('Whether a tag can not be moved to another commit.'),
    tagsKept: trait<Fact<boolean>>('Whether a tag can not be deleted, and then made anew.'),
  },
});
