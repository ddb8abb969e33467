import type { Resource } from '../../dialects/dialect.ts';
import { allOf, type Fact } from '../../model/fact.ts';
import { reader, unknownOf, type Reader } from '../read.ts';
import { isNamed } from '../stated.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';

/** Whether a policy is named there, and not one of this code that is switched off. */
export function isBehindPolicy(own: Reader, path: string, owner: Resource): Fact<boolean> {
  const value = own.value(path);
  // What is named but not declared may be on or off.
  if (value?.type === 'unknown' && value.reason.code === 'does-not-exist') return unknownOf(value);
  const [policy] = (value?.references ?? []).flatMap(({ address }) => owner.program.find(address));
  const named = isNamed(own, path);
  return policy ? allOf(named, policyIsOn(policy)) : named;
}

/** Policies of gateways have the switch in a block. */
export const policyIsOn = (policy: Resource): Fact<boolean> =>
  reader(policy).bool(
    policy.type === 'azurerm_web_application_firewall_policy' ? 'policy_settings.enabled' : 'enabled',
    {
      value: true,
      source: `${registry}/${policy.type.replace(/^azurerm_/, '')}`,
    },
  );
