import { anyItem, mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';

const former = [
  'azurerm_app_service',
  'azurerm_app_service_slot',
  'azurerm_function_app',
  'azurerm_function_app_slot',
] as const;
const current = ['web_app', 'web_app_slot', 'function_app', 'function_app_slot'].flatMap((type) => [
  `azurerm_linux_${type}`,
  `azurerm_windows_${type}`,
]);

export default mapping({
  kind: 'hosted-app',
  dialect: 'terraform',
  types: [...former, ...current],
  map: (app) => {
    const stated = reader(app);
    const page = `${registry}/${app.type.replace(/^azurerm_/, '')}`;
    const isFormer = (former as readonly string[]).includes(app.type);
    return {
      kind: 'hosted-app',
      provider: 'azure',
      ...subjectOf(app),
      traits: {
        remoteDebugging: stated.bool('site_config.remote_debugging_enabled', { value: false, source: page }),
        // The first generation allows it unless told otherwise; the second starts with it off.
        plainFileTransfer: mapFact(
          stated.string('site_config.ftps_state', ftpDefault(isFormer, page)),
          (state) => state.toLowerCase() === 'allallowed',
        ),
        everySiteTrusted: trustsEverySite(stated),
        ...faults(stated, app.type, { value: false, source: page }),
        hasIdentity: stated.has('identity'),
      },
    };
  },
});

const ftpDefault = (isFormer: boolean, page: string): Default<string> =>
  isFormer ? { value: 'AllAllowed', source: page } : { value: 'Disabled', source: page };

const trustsEverySite = (app: Reader): Fact<boolean> =>
  anyItem(app.strings('site_config.cors.allowed_origins'), (origin) => origin === '*');

/** Web apps of both generations have the two switches, under two pairs of names. Function apps and their slots have none. */
function faults(app: Reader, type: string, off: Default<boolean>) {
  if (type.includes('function_app')) {
    const none = notApplicable('function apps have no such switch');
    return { errorsKept: none, failuresTraced: none };
  }
  const suffix = type.startsWith('azurerm_app_service') ? '_enabled' : '';
  return {
    errorsKept: app.bool(`logs.detailed_error_messages${suffix}`, off),
    failuresTraced: app.bool(`logs.failed_request_tracing${suffix}`, off),
  };
}
