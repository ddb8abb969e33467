import { allItems, isApplicable } from '../../src/model/fact.ts';
import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'settings-file-applies',
  title: 'The branch rules of a settings file are complete enough to be applied',
  severity: 'high',
  criteria: {
    'CC8.1': 'The protection that the settings file states reaches the branch, instead of being dropped in silence.',
  },
  do: 'Write all four of required_pull_request_reviews, required_status_checks, enforce_admins and restrictions; null is allowed.',
  on: on('branch-rule-statement'),
  check: ({ name, traits: { missingParts: parts } }) =>
    isApplicable(parts)
      ? expect(
          allItems(parts, () => false),
          (none) => none,
          `${name} is applied to nothing, as it lacks ${parts.items.map((part) => (part.known ? part.value : '?')).join(' and ')}.`,
          { label: 'incomplete, so without effect' },
        )
      : parts,
});
