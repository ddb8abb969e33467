import { anyOf } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';

/** The platform can ask callers to sign in before the application is reached. Functions have keys of their own besides. */
export default mapping({
  kind: 'api-entry',
  dialect: 'terraform',
  types: ['azurerm_app_service', 'azurerm_linux_web_app', 'azurerm_windows_web_app'],
  map: (app) => {
    const stated = reader(app);
    const off = { value: false, source: `${registry}/${app.type.replace(/^azurerm_/, '')}` };
    return {
      kind: 'api-entry',
      provider: 'azure',
      ...subjectOf(app),
      traits: {
        asksWhoCalls: anyOf(
          stated.bool('auth_settings_v2.auth_enabled', off),
          stated.bool('auth_settings.enabled', off),
        ),
      },
    };
  },
});
