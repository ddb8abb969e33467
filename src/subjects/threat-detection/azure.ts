import { notApplicable, mapFact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

export default mapping({
  kind: 'threat-detection',
  dialect: 'terraform',
  types: ['azurerm_security_center_subscription_pricing'],
  map: (plan) => ({
    kind: 'threat-detection',
    provider: 'azure',
    ...subjectOf(plan),
    traits: {
      watchesNewAccounts: notApplicable('each subscription has plans of its own'),
      watching: mapFact(
        reader(plan).string('tier', { reason: { code: 'does-not-exist', settledBy: 'the tier of the plan' } }),
        (tier) => tier.toLowerCase() === 'standard',
      ),
    },
  }),
});
