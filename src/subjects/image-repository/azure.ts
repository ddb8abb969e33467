import type { Resource } from '../../dialects/dialect.ts';
import { allOf, mapFact, not, notApplicable, unknownFact, type Fact, type NotApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';
import { isOneOf } from '../stated.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';
const stated = <T>(value: T): Default<T> => ({ value, source: `${registry}/container_registry` });

export default mapping({
  kind: 'image-repository',
  dialect: 'terraform',
  types: ['azurerm_container_registry'],
  map: (one) => {
    const own = reader(one);
    return {
      kind: 'image-repository',
      provider: 'azure',
      ...subjectOf(one),
      traits: {
        tagsFixed: notApplicable('images are locked one by one, and not in the registry’s settings'),
        heldUntilChecked: held(own),
        scannedOnPush: scanned(one),
        publicByPolicy: own.bool('anonymous_pull_enabled', stated(false)),
        openNetwork: allOf(
          own.bool('public_network_access_enabled', stated(true)),
          not(isOneOf(own.string('network_rule_set.default_action', stated('Allow')), ['deny'])),
        ),
        sharedKeysAccepted: own.bool('admin_enabled', stated(false)),
        encryptedWithOwnKey: own.has('encryption'),
      },
    };
  },
});

/** Only one tier of the service can do it: https://learn.microsoft.com/azure/container-registry/container-registry-skus */
function held(own: Reader): Fact<boolean> | NotApplicable {
  const tier = own.optionalString('sku');
  const other = tier.known && tier.value?.toLowerCase() !== 'premium';
  if (other && !own.value('quarantine_policy_enabled')) return notApplicable('its tier can hold no image back');
  return own.bool('quarantine_policy_enabled', stated(false));
}

const plans = ['containers', 'containerregistry'];

/** The subscription decides: Defender looks through every registry of it, or through none. */
function scanned(one: Resource): Fact<boolean> {
  const plan = one.program
    .ofType('azurerm_security_center_subscription_pricing')
    .map(reader)
    .find((pricing) => {
      const about = pricing.optionalString('resource_type');
      return about.known && plans.includes(about.value?.toLowerCase() ?? '');
    });
  // https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources/security_center_subscription_pricing
  if (plan) {
    return mapFact(plan.optionalString('tier'), (tier) => tier?.toLowerCase() === 'standard');
  }
  return unknownFact(
    {
      code: 'not-in-repository',
      subject: 'the plan of Defender for the subscription',
      settledBy: 'an azurerm_security_center_subscription_pricing for Containers',
    },
    one.at,
  );
}
