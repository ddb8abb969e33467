import type { Resource } from '../../dialects/dialect.ts';
import { anyItem, mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const plans = mapping({
  kind: 'threat-detection',
  dialect: 'terraform',
  types: ['azurerm_security_center_subscription_pricing'],
  map: (plan) => ({
    kind: 'threat-detection',
    provider: 'azure',
    ...subjectOf(plan),
    traits: {
      leavesSignsOut: notApplicable('what it looks for is not chosen sign by sign'),
      watchesNewAccounts: notApplicable('each subscription has plans of its own'),
      watching: mapFact(
        reader(plan).string('tier', { reason: { code: 'does-not-exist', settledBy: 'the tier of the plan' } }),
        (tier) => tier.toLowerCase() === 'standard',
      ),
    },
  }),
});

/** Without a list of signs that are left out it looks for all: mssql_server_security_alert_policy of the provider. */
const ofDatabases = mapping({
  kind: 'threat-detection',
  dialect: 'terraform',
  types: ['azurerm_mssql_server_security_alert_policy', 'azurerm_mssql_managed_instance_security_alert_policy'],
  map: (policy) => {
    const own = reader(policy);
    return {
      kind: 'threat-detection',
      provider: 'azure',
      ...subjectOf(policy),
      traits: {
        watchesNewAccounts: notApplicable('it watches the databases of one server'),
        leavesSignsOut: anyItem(own.strings('disabled_alerts'), (name) => name !== ''),
        watching: isOn(policy),
      },
    };
  },
});

/** A server states it as a word, a managed instance as a switch. */
function isOn(policy: Resource): Fact<boolean> {
  const own = reader(policy);
  if (policy.type === 'azurerm_mssql_managed_instance_security_alert_policy')
    return own.bool('enabled', { reason: { code: 'does-not-exist', settledBy: 'enabled = true on the policy' } });
  return mapFact(
    own.string('state', { reason: { code: 'does-not-exist', settledBy: 'the state of the policy' } }),
    (state) => state.toLowerCase() === 'enabled',
  );
}

export default [plans, ofDatabases];
