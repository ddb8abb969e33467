import { notApplicable } from '../../model/fact.ts';
import { policyEnabled } from '../branch-rules/gitlab-statements.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

export default mapping({
  kind: 'branch-rule-statement',
  dialect: 'gitlab-policies',
  types: ['approval-policy'],
  map: (resource) => ({
    kind: 'branch-rule-statement',
    provider: 'gitlab',
    ...subjectOf(resource),
    traits: {
      enforced: policyEnabled(resource),
      missingParts: notApplicable('a policy has no parts that it needs'),
      weakened: notApplicable('policies add to each other and override nothing'),
    },
  }),
});
