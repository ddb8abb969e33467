import { notApplicable } from '../../model/fact.ts';
import { enforced } from '../branch-rules/in-force.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

export default mapping({
  kind: 'branch-rule-statement',
  dialect: 'rulesets',
  types: ['ruleset'],
  map: (resource) => ({
    kind: 'branch-rule-statement',
    provider: 'github',
    ...subjectOf(resource),
    traits: {
      enforced: enforced(resource),
      missingParts: notApplicable('a ruleset has no parts that it needs'),
      weakened: notApplicable('rulesets add to each other and override nothing'),
    },
  }),
});
