import { known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

// https://learn.microsoft.com/en-us/azure/role-based-access-control/built-in-roles
const administrators = new Set(['owner', 'user access administrator', 'role based access control administrator']);
const ids: { readonly [id: string]: string } = {
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': 'owner',
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9': 'user access administrator',
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168': 'role based access control administrator',
  'b24988ac-6180-42a0-ab88-20f7382dd24c': 'contributor',
};

export default mapping({
  kind: 'access-grant',
  dialect: 'terraform',
  types: ['azurerm_role_assignment'],
  map: (grant) => {
    const stated = reader(grant);
    const role = roleOf(stated);
    const wide = scopeIsWide(stated);
    const hands = (is: (name: string) => boolean): Fact<boolean> => {
      if (role.known && !is(role.value)) return { ...role, value: false };
      if (wide.known && !wide.value) return wide;
      return role.known ? mapFact(wide, () => true) : role;
    };
    return {
      kind: 'access-grant',
      provider: 'azure',
      ...subjectOf(grant),
      traits: {
        administers: atRole(
          hands((name) => administrators.has(name)),
          role,
        ),
        writesEverything: atRole(
          hands((name) => name === 'contributor'),
          role,
        ),
        basicRole: notApplicable('built-in roles are judged by what they allow'),
        toEveryone: notApplicable('an assignment is for one principal of the tenant'),
        actsAsOthers: notApplicable('identities are given to resources, not acted as'),
        toSinglePerson: mapFact(
          stated.optionalString('principal_type'),
          (type): boolean => type?.toLowerCase() === 'user',
        ),
      },
    };
  },
});

const atRole = (fact: Fact<boolean>, role: Fact<string>): Fact<boolean> =>
  fact.known && fact.value ? { ...fact, at: role.at, via: role.via } : fact;

function roleOf(grant: Reader): Fact<string> {
  const name = grant.optionalString('role_definition_name');
  if (!name.known) return name;
  if (name.value !== undefined) return { ...name, value: name.value.toLowerCase() };
  const value = grant.value('role_definition_id');
  // A role of one's own is judged by what it says.
  if (
    value?.type === 'unknown' &&
    value.references?.some(({ address }) => address.includes('azurerm_role_definition.'))
  )
    return known('', value.at);
  return mapFact(grant.optionalString('role_definition_id'), (id) => ids[id?.split('/').at(-1) ?? ''] ?? '');
}

// A subscription or a management group; what lies inside of a resource group is narrow enough to be on purpose.
function scopeIsWide(grant: Reader): Fact<boolean> {
  const value = grant.value('scope');
  if (!value) return known(false, grant.at);
  const wide = (text: string) => /^\/(subscriptions\/[^/]+|providers\/microsoft\.management\/.+)?\/?$/i.test(text);
  if (value.type === 'string') return known(wide(value.value), value.at, value.via);
  const addresses = (value.references ?? []).map(({ address }) => address);
  if (addresses.some((address) => /azurerm_(subscription|management_group)\./.test(address)))
    return known(!(value.type === 'unknown' && value.suffix?.includes('/resourceGroups/')), value.at, value.via);
  if (addresses.some((address) => address.includes('azurerm_'))) return known(false, value.at, value.via);
  return value.type === 'unknown'
    ? unknownFact(value.reason, value.at, value.via)
    : unknownFact({ code: 'wrong-type', settledBy: 'the id of a scope' }, value.at);
}
