import type { SettingsModel } from '../../dialects/github-settings/model.ts';
import { notApplicable } from '../../model/fact.ts';
import { enforced, missingParts } from '../branch-rules/in-force.ts';
import { subjectOf } from '../links.ts';
import { weakened } from './weakened.ts';
import { mapping } from '../mapping.ts';

export default mapping<'branch-rule-statement', SettingsModel>({
  kind: 'branch-rule-statement',
  dialect: 'github-settings',
  types: ['branch', 'ruleset'],
  map: (resource, context) => ({
    kind: 'branch-rule-statement',
    provider: 'github',
    ...subjectOf(resource),
    traits:
      resource.type === 'ruleset'
        ? {
            enforced: enforced(resource),
            missingParts: notApplicable('a ruleset has no parts that it needs'),
            weakened: notApplicable('rulesets add to each other and override nothing'),
          }
        : {
            enforced: notApplicable('a branch protection has no switch of its own'),
            missingParts:
              resource.model.app === 'settings'
                ? missingParts(resource)
                : notApplicable('no other app needs all the parts'),
            weakened: weakened(resource, context),
          },
  }),
});
