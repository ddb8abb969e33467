import { defineKind, trait } from '../kind.ts';
import type { Fact, FactList } from '../fact.ts';

export const branchRuleStatement = defineKind({
  name: 'branch-rule-statement',
  about: 'One place that states branch rules and may be without effect: a ruleset, a branch of a settings file.',
  plural: 'statements of branch rules',
  inventory: false,
  traits: {
    enforced: trait<Fact<boolean>>('Whether the statement is switched on.'),
    missingParts: trait<FactList<string>>(
      'The parts that have to be written for the statement to be applied, and are not.',
    ),
    weakened: trait<FactList<string>>(
      'What it asks less of than the level above, which it overrides: `2 approvals, here 1`.',
    ),
  },
});
