import type { Resource } from '../../dialects/dialect.ts';
import { mapFact, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
import { hasOwner, linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { traitsOfPart } from '../traits-of-part.ts';

export const noSessions = notApplicable('parameters of the server decide it, which are set apart from it');

export function parametersOf(server: Resource): readonly Resource[] {
  const flexible = server.type === 'azurerm_postgresql_flexible_server';
  const type = flexible ? 'azurerm_postgresql_flexible_server_configuration' : 'azurerm_postgresql_configuration';
  return linked(server, [type], flexible ? 'server_id' : 'server_name', ['id', 'name']).parts;
}

/** PostgreSQL takes them from parameters; without one the platform's own value holds, which is not stated per version. */
export function sessions(server: Resource) {
  if (!server.type.startsWith('azurerm_postgresql'))
    return { connectionsLogged: noSessions, disconnectionsLogged: noSessions };
  const settings = parametersOf(server).map(reader);
  const parameter = (name: string): Fact<boolean> | NotApplicable => {
    const found = settings.find((setting) => {
      const stating = setting.optionalString('name');
      return stating.known && stating.value === name;
    });
    return found ? parameterIsOn(found) : notApplicable('no parameter of this code decides it');
  };
  return { connectionsLogged: parameter('log_connections'), disconnectionsLogged: parameter('log_disconnections') };
}

const parameterIsOn = (setting: Reader): Fact<boolean> =>
  mapFact(setting.optionalString('value'), (value) => value?.toLowerCase() === 'on');

/** A parameter whose server is not in this program. */
export default mapping({
  kind: 'database',
  dialect: 'terraform',
  types: ['azurerm_postgresql_configuration', 'azurerm_postgresql_flexible_server_configuration'],
  map: (setting) => {
    if (hasOwner(setting, ['azurerm_postgresql_server'], 'server_name', ['name'])) return undefined;
    if (hasOwner(setting, ['azurerm_postgresql_flexible_server'], 'server_id', ['id'])) return undefined;
    const own = reader(setting);
    const name = own.optionalString('name');
    const trait = name.known ? sessionTraits[name.value ?? ''] : undefined;
    if (!trait) return undefined;
    return {
      kind: 'database',
      provider: 'azure',
      ...subjectOf(setting),
      traits: traitsOfPart('database', 'it is a parameter of a server that is kept elsewhere', {
        [trait]: parameterIsOn(own),
      }),
    };
  },
});

const sessionTraits: { readonly [parameter: string]: 'connectionsLogged' | 'disconnectionsLogged' } = {
  log_connections: 'connectionsLogged',
  log_disconnections: 'disconnectionsLogged',
};
