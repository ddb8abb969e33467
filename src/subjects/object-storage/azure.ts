import { lifecycleDays } from '../lifecycle.ts';
import { regionOf } from '../region-of.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { allOf, anyOf, known, mapFact, notApplicable, type Fact, type NotApplicable } from '../../model/fact.ts';
import { hasOwner, linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/resources';
const page = `${registry}/storage_account`;
const stated = <T>(value: T): Default<T> => ({ value, source: page });

const account = mapping({
  kind: 'object-storage',
  dialect: 'terraform',
  types: ['azurerm_storage_account'],
  map: (account) => {
    const own = reader(account);
    const containers = linkedTo(account, 'azurerm_storage_container');
    const networks = linkedTo(account, 'azurerm_storage_account_network_rules');
    const keys = linkedTo(account, 'azurerm_storage_account_customer_managed_key');
    const policies = linkedTo(account, 'azurerm_storage_management_policy');
    const nested = publicBlobsAllowed(own);
    return {
      kind: 'object-storage',
      provider: 'azure',
      ...subjectOf(account, [...containers, ...networks, ...keys, ...policies]),
      traits: {
        region: regionOf(account),
        publicByAcl: notApplicable('Azure storage has no access control lists for everyone'),
        publicByPolicy: allOf(anyContainerIsPublic(account, containers), nested),
        publicAclsBlocked: notApplicable('Azure storage has no access control lists for everyone'),
        publicPoliciesBlocked: mapFact(nested, (allowed) => !allowed),
        publicAclsIgnored: notApplicable('Azure storage has no access control lists for everyone'),
        publicPoliciesRestricted: mapFact(nested, (allowed) => !allowed),
        openNetwork: firewallIsOpen(own, networks.map(reader)),
        sharedKeysAccepted: own.bool('shared_access_key_enabled', stated(true)),
        accessByAclPossible: notApplicable('access is given on containers, not on single blobs'),
        objectsExpire: expires(account, policies),
        ...deletedAfter(account, policies),
        objectsLocked: own.has('immutability_policy'),
        encryptedAtRest: {
          ...known(true, account.at),
          origin: 'default',
          source: 'https://learn.microsoft.com/azure/storage/common/storage-service-encryption',
        },
        encryptedWithOwnKey: keys[0] ? known(true, keys[0].at) : own.has('customer_managed_key'),
        requiresTls: refusesPlainHttp(own),
        minimumTlsVersion: mapFact(own.string('min_tls_version', minimumTls), (version) =>
          version.replace(/^TLS/, '').replace('_', '.'),
        ),
        versioned: own.bool('blob_properties.versioning_enabled', stated(false)),
        accessLogged: requestsLogged(account, own),
        replicated: mapFact(own.string('account_replication_type', stated('LRS')), (type) => /^(RA)?GZ?RS$/.test(type)),
        deletionProtected: mapFact(
          own.number('blob_properties.delete_retention_policy.days', stated(softDeleteDays(own))),
          (days) => days > 0,
        ),
      },
    };
  },
});

/** Rules whose account is kept elsewhere stand for themselves. */
const looseNetworkRules = mapping({
  kind: 'object-storage',
  dialect: 'terraform',
  types: ['azurerm_storage_account_network_rules'],
  map: (rules) => {
    const accounts = ['azurerm_storage_account'];
    if (hasOwner(rules, accounts, 'storage_account_id', ['id'])) return undefined;
    if (hasOwner(rules, accounts, 'storage_account_name', ['name'])) return undefined;
    return {
      kind: 'object-storage',
      provider: 'azure',
      ...subjectOf(rules),
      traits: traitsOfPart('object-storage', 'its account is kept elsewhere', {
        openNetwork: mapFact(
          reader(rules).string('default_action', {
            value: 'Allow',
            source: `${registry}/storage_account_network_rules`,
          }),
          (name) => name.toLowerCase() === 'allow',
        ),
      }),
    };
  },
});

export default [account, looseNetworkRules];

function linkedTo(account: Resource, type: string): readonly Resource[] {
  const byId = linked(account, [type], 'storage_account_id', ['id']).parts;
  return byId.length > 0 ? byId : linked(account, [type], 'storage_account_name', ['name']).parts;
}

// Was `allow_blob_public_access` with the default false before version 3, allowed by default from 3 to 4, and on still in 4:
// https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/3.0-upgrade-guide
function publicBlobsAllowed(own: Reader): Fact<boolean> {
  const former = own.optionalBool('allow_blob_public_access');
  if (!former.known || former.value !== undefined) return former as Fact<boolean>;
  return own.bool('allow_nested_items_to_be_public', {
    versions: [
      { value: false, below: '3.0', source: page },
      { value: true, from: '3.0', source: page },
    ],
  });
}

function anyContainerIsPublic(account: Resource, containers: readonly Resource[]): Fact<boolean> {
  const [first, ...rest] = containers.map((container) =>
    mapFact(
      reader(container).string('container_access_type', { value: 'private', source: `${registry}/storage_container` }),
      (access) => access !== 'private',
    ),
  );
  return first ? anyOf(first, ...rest) : known(false, account.at);
}

/** Renamed in version 4: what is written under either name decides. */
const refusesPlainHttp = (own: Reader): Fact<boolean> =>
  own.bool(
    own.value('enable_https_traffic_only') ? 'enable_https_traffic_only' : 'https_traffic_only_enabled',
    httpsOnly,
  );

const httpsOnly: Default<boolean> = {
  versions: [
    { value: true, from: '2.0', source: page },
    { value: false, below: '2.0', source: page },
  ],
};
// https://registry.terraform.io/providers/hashicorp/azurerm/latest/docs/guides/3.0-upgrade-guide
const minimumTls: Default<string> = {
  versions: [
    { value: 'TLS1_0', below: '3.0', source: page },
    { value: 'TLS1_2', from: '3.0', source: page },
  ],
};

/** A rule of the account's management policy that is on. */
function expires(account: Resource, policies: readonly Resource[]): Fact<boolean> {
  const [first, ...rest] = policies
    .flatMap((policy) => reader(policy).blocks('rule').items)
    .map((rule) => rule.bool('enabled', { value: true, source: `${registry}/storage_management_policy` }));
  return first ? anyOf(first, ...rest) : known(false, account.at);
}

// https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-overview
const ages = ['creation', 'modification', 'last_access_time'].map(
  (since) => `delete_after_days_since_${since}_greater_than`,
);

/** After how many days the rules of its management policies delete what is in it. */
function deletedAfter(account: Resource, policies: readonly Resource[]) {
  const blocks = policies.map((policy) => reader(policy).blocks('rule'));
  const of = (part: string, names: readonly string[]) =>
    lifecycleDays(
      blocks
        .flatMap(({ items }) => items)
        .map((rule) => ({
          days: names
            .map((name) => rule.optionalNumber(`actions.${part}.${name}`))
            .find((days) => !days.known || days.value !== undefined),
          on: rule.bool('enabled', { value: true, source: `${registry}/storage_management_policy` }),
          whole: !rule.value('filters.prefix_match') && !rule.value('filters.match_blob_index_tag'),
          at: rule.at,
        })),
      account.at,
      blocks.find(({ complete }) => !complete)?.reason,
    );
  return {
    objectsDeletedAfterDays: of('base_blob', ages),
    versionsDeletedAfterDays: of('version', ['delete_after_days_since_creation']),
  };
}

function firewallIsOpen(own: Reader, separate: readonly Reader[]): Fact<boolean> {
  const access = own.bool('public_network_access_enabled', stated(true));
  const inside = own.string('network_rules.default_action', stated('Allow'));
  const apart = separate.map((rules) =>
    rules.string('default_action', { value: 'Allow', source: `${registry}/storage_account_network_rules` }),
  );
  const action = apart[0] ?? inside;
  return allOf(
    mapFact(action, (name) => name.toLowerCase() === 'allow'),
    access,
  );
}

const softDeleteDays = (own: Reader): number => (own.value('blob_properties.delete_retention_policy') ? 7 : 0);

/** Kinds of account without queues: https://learn.microsoft.com/azure/storage/common/storage-account-overview */
const withoutQueues = /^(?:BlobStorage|BlockBlobStorage|FileStorage)$/i;

/** By a diagnostic setting of one of its services, or by the log that queues have of their own. */
function requestsLogged(account: Resource, own: Reader): Fact<boolean> | NotApplicable {
  const [setting] = linked(account, ['azurerm_monitor_diagnostic_setting'], 'target_resource_id').parts;
  if (setting) return known(true, setting.at);
  const kind = own.optionalString('account_kind');
  if (kind.known && withoutQueues.test(kind.value ?? ''))
    return notApplicable('it has no queues, and no setting of this code sends its logs');
  return queuesLogged(own);
}

function queuesLogged(own: Reader): Fact<boolean> {
  const flags = ['read', 'write', 'delete'].map((name) => own.bool(`queue_properties.logging.${name}`, stated(false)));
  return allOf(flags[0]!, ...flags.slice(1));
}
