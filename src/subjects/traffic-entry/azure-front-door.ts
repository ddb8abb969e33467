import type { Resource } from '../../dialects/dialect.ts';
import { allItems, anyOf, known, mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, referencesIn, type Reader } from '../read.ts';
import { every } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';
import { isBehindPolicy, policyIsOn } from './azure-firewall.ts';

const byPlatform = notApplicable('the platform has no such setting, or it is not read here');

const frontDoor = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: ['azurerm_frontdoor'],
  map: (door) => {
    const own = reader(door);
    const diagnostics = linked(door, ['azurerm_monitor_diagnostic_setting'], 'target_resource_id').parts;
    return {
      kind: 'traffic-entry',
      provider: 'azure',
      ...subjectOf(door, diagnostics),
      traits: {
        deletionProtected: notApplicable('it has no switch against deletion'),
        cacheEncrypted: notApplicable('what it keeps is encrypted by the service'),
        dropsInvalidHeaders: byPlatform,
        usesEveryZone: notApplicable('it stands in every region'),
        encryptedBehind: byPlatform,
        encryptedOnEntry: every(own.blocks('routing_rule').items.map(encrypted), known(true, door.at)),
        filtered: every(
          own
            .blocks('frontend_endpoint')
            .items.map((endpoint) => isBehindPolicy(endpoint, 'web_application_firewall_policy_link_id', door)),
          known(false, door.at),
        ),
        weakCiphersAccepted: byPlatform,
        minimumTlsVersion: notApplicable('each of its domains states it apart from it'),
        accessLogged: known(diagnostics.length > 0, diagnostics[0]?.at ?? door.at),
      },
    };
  },
});

/** HTTPS only, or sent on to it; a rule that names no protocol takes HTTP. */
function encrypted(rule: Reader): Fact<boolean> {
  const named = rule.strings('accepted_protocols');
  const redirected = mapFact(
    rule.optionalString('redirect_configuration.redirect_protocol'),
    (protocol) => protocol === 'HttpsOnly',
  );
  if (named.complete && named.items.length === 0) return redirected;
  return anyOf(
    allItems(named, (protocol) => protocol === 'Https'),
    redirected,
  );
}

/** A policy that nothing in this program refers to stands for itself; else the finding is that of what stands behind it. */
const policies = mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: [
    'azurerm_web_application_firewall_policy',
    'azurerm_frontdoor_firewall_policy',
    'azurerm_cdn_frontdoor_firewall_policy',
  ],
  map: (policy) =>
    isAttached(policy)
      ? undefined
      : {
          kind: 'traffic-entry',
          provider: 'azure',
          ...subjectOf(policy),
          traits: traitsOfPart('traffic-entry', 'it is the policy of a firewall that stands before others', {
            filtered: policyIsOn(policy),
          }),
        },
});

const isAttached = (policy: Resource): boolean =>
  policy.program
    .ofType('azurerm_application_gateway', 'azurerm_frontdoor')
    .some(({ body }) => referencesIn(body).some(({ address }) => policy.program.find(address).includes(policy)));

export default [frontDoor, policies];
