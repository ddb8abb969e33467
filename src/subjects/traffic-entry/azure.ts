import type { Resource } from '../../dialects/dialect.ts';
import { allOf, anyOf, known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { isBehindPolicy } from './azure-firewall.ts';

const withVersion = notApplicable('its ciphers come with the version or the policy that is judged');
const byPlatform = notApplicable('the platform has no such setting, or it is not read here');

export default mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: ['azurerm_application_gateway'],
  map: (gateway) => {
    const stated = reader(gateway);
    const listeners = stated.blocks('http_listener').items;
    const [first, ...rest] = listeners.map((listener) => encrypted(listener, stated));
    const diagnostics = linked(gateway, ['azurerm_monitor_diagnostic_setting'], 'target_resource_id');
    return {
      kind: 'traffic-entry',
      provider: 'azure',
      ...subjectOf(gateway, diagnostics.parts),
      traits: {
        deletionProtected: notApplicable('it has no switch against deletion'),
        cacheEncrypted: notApplicable('what it keeps is encrypted by the service'),
        dropsInvalidHeaders: byPlatform,
        usesEveryZone: byPlatform,
        encryptedBehind: byPlatform,
        encryptedOnEntry: first ? allOf(first, ...rest) : notApplicable('it has no listener'),
        filtered: filtered(gateway, stated),
        weakCiphersAccepted: withVersion,
        minimumTlsVersion: tlsVersion(stated),
        accessLogged: known(diagnostics.parts.length > 0, diagnostics.parts[0]?.at ?? gateway.at),
      },
    };
  },
});

/** HTTPS, or a rule that sends it somewhere else. */
function encrypted(listener: Reader, gateway: Reader): Fact<boolean> {
  const name = listener.optionalString('name');
  const redirects = gateway
    .blocks('request_routing_rule')
    .items.filter((rule) => {
      const of = rule.optionalString('http_listener_name');
      return !of.known || !name.known || of.value === name.value;
    })
    .map((rule) => rule.has('redirect_configuration_name'));
  const secure = mapFact(listener.optionalString('protocol'), (text): boolean => text?.toLowerCase() === 'https');
  return redirects[0] ? anyOf(secure, allOf(redirects[0], ...redirects.slice(1))) : secure;
}

/**
 * Its own configuration, or a policy:
 * https://learn.microsoft.com/en-us/azure/web-application-firewall/ag/ag-overview
 */
const filtered = (gateway: Resource, stated: Reader): Fact<boolean> =>
  anyOf(
    isBehindPolicy(stated, 'firewall_policy_id', gateway),
    mapFact(stated.optionalBool('waf_configuration.enabled'), (on): boolean => on === true),
  );

// https://learn.microsoft.com/en-us/azure/application-gateway/application-gateway-ssl-policy-overview
const policies: { readonly [name: string]: string } = {
  AppGwSslPolicy20150501: '1.0',
  AppGwSslPolicy20170401: '1.1',
  AppGwSslPolicy20170401S: '1.2',
  AppGwSslPolicy20220101: '1.2',
  AppGwSslPolicy20220101S: '1.2',
};

function tlsVersion(gateway: Reader): Fact<string> {
  const minimum = gateway.optionalString('ssl_policy.min_protocol_version');
  if (!minimum.known) return minimum;
  if (minimum.value !== undefined) return { ...minimum, value: minimum.value.replace(/^TLSv(\d)_(\d)$/, '$1.$2') };
  const name = gateway.optionalString('ssl_policy.policy_name');
  if (!name.known) return name;
  const version = policies[name.value ?? ''];
  if (version) return { ...name, value: version };
  return unknownFact(
    {
      code: 'default-depends-on-version',
      subject: 'ssl_policy',
      settledBy: 'ssl_policy { policy_name = "AppGwSslPolicy20220101" }',
    },
    name.at,
  );
}
