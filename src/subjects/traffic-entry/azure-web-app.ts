import { anyOf, known, mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const withVersion = notApplicable('its ciphers come with the version or the policy that is judged');
const byPlatform = notApplicable('the platform has no such setting, or it is not read here');
const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';

const webApps = ['azurerm_app_service', 'azurerm_linux_web_app', 'azurerm_windows_web_app'];
const functions = ['azurerm_function_app', 'azurerm_linux_function_app', 'azurerm_windows_function_app'];
const slots = [
  'azurerm_app_service_slot',
  'azurerm_linux_web_app_slot',
  'azurerm_windows_web_app_slot',
  'azurerm_function_app_slot',
  'azurerm_linux_function_app_slot',
  'azurerm_windows_function_app_slot',
];

export default mapping({
  kind: 'traffic-entry',
  dialect: 'terraform',
  types: [...webApps, ...functions, ...slots],
  map: (app) => {
    const stated = reader(app);
    const diagnostics = linked(app, ['azurerm_monitor_diagnostic_setting'], 'target_resource_id').parts;
    return {
      kind: 'traffic-entry',
      provider: 'azure',
      ...subjectOf(app, diagnostics),
      traits: {
        deletionProtected: notApplicable('it has no switch against deletion'),
        cacheEncrypted: notApplicable('what it keeps is encrypted by the service'),
        dropsInvalidHeaders: byPlatform,
        usesEveryZone: byPlatform,
        encryptedBehind: byPlatform,
        // Plain HTTP is answered unless this is set; then it is only sent on.
        encryptedOnEntry: stated.bool('https_only', { value: false, source: `${registry}/linux_web_app` }),
        filtered: notApplicable('a firewall stands in a gateway before it, if there is one'),
        weakCiphersAccepted: withVersion,
        minimumTlsVersion: oldestTls(stated),
        accessLogged: webApps.includes(app.type)
          ? anyOf(stated.has('logs.http_logs'), known(diagnostics.length > 0, diagnostics[0]?.at ?? app.at))
          : notApplicable('calls of functions are recorded by the service that watches them'),
      },
    };
  },
});

// The same setting by two names, as of the generation of the resource.
function oldestTls(app: Reader): Fact<string> {
  const name = app.value('site_config.min_tls_version')
    ? 'site_config.min_tls_version'
    : 'site_config.minimum_tls_version';
  return mapFact(app.string(name, { value: '1.2', source: `${registry}/linux_web_app` }), (version) =>
    version.replace(/^TLS/i, ''),
  );
}
