import { notApplicable, allOf, anyOf, byDefault, known, mapFact, not, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';
import { isNamed } from '../stated.ts';

const docs = 'https://cloud.google.com/kubernetes-engine/docs';

export default mapping({
  kind: 'kubernetes-cluster',
  dialect: 'terraform',
  types: ['google_container_cluster'],
  map: (cluster) => {
    const stated = reader(cluster);
    return {
      kind: 'kubernetes-cluster',
      provider: 'google',
      ...subjectOf(cluster),
      traits: {
        supportedUntil: notApplicable('which versions the service supports is not known here'),
        endpointOpen: endpointOpen(stated),
        // Admin activity of a cluster is always in the audit log: https://cloud.google.com/kubernetes-engine/docs/how-to/audit-logging
        auditLogged: byDefault(true, cluster.at, `${docs}/how-to/audit-logging`),
        rolesEnforced: not(
          stated.bool('enable_legacy_abac', { value: false, source: `${docs}/how-to/hardening-your-cluster` }),
        ),
        nodesReachable: nodesReachable(stated),
        nodesVerified: anyOf(autopilot(stated), stated.bool('enable_shielded_nodes', byCluster(true))),
        logsSent: sends(stated, 'logging'),
        measured: sends(stated, 'monitoring'),
        takesReleases: takesReleases(stated),
        imagesChecked: imagesChecked(stated),
        networkPolicies: networkPolicies(stated),
        encryptedWithOwnKey: isNamed(stated, 'database_encryption.key_name'),
        localAccounts: anyOf(clientCertificates(stated), password(stated)),
      },
    };
  },
});

const page = 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources/container_cluster';
const byCluster = <T>(value: T): Default<T> => ({ value, source: page });
const autopilot = (cluster: Reader): Fact<boolean> => cluster.bool('enable_autopilot', byCluster(false));

function nodesReachable(cluster: Reader): Fact<boolean> {
  const source = `${docs}/concepts/network-isolation`;
  return not(cluster.bool('private_cluster_config.enable_private_nodes', { value: false, source }));
}

/** By the old name of the service, or by the list of parts; both on where nothing is said. */
function sends(cluster: Reader, what: 'logging' | 'monitoring'): Fact<boolean> {
  if (cluster.value(`${what}_config.enable_components`)) return cluster.has(`${what}_config.enable_components`);
  return mapFact(
    cluster.string(`${what}_service`, byCluster(`${what}.googleapis.com/kubernetes`)),
    (service) => service !== 'none',
  );
}

// New clusters are put in a channel unless the code says otherwise: https://cloud.google.com/kubernetes-engine/docs/concepts/release-channels
const takesReleases = (cluster: Reader): Fact<boolean> =>
  mapFact(
    cluster.string('release_channel.channel', { value: 'REGULAR', source: `${docs}/concepts/release-channels` }),
    (channel) => channel.toUpperCase() !== 'UNSPECIFIED',
  );

// By a mode; before version 5 of the provider, or in old code, by a switch.
function imagesChecked(cluster: Reader): Fact<boolean> {
  const mode = cluster.string('binary_authorization.evaluation_mode', byCluster('DISABLED'));
  return anyOf(
    mapFact(mode, (name) => !/^(?:DISABLED|EVALUATION_MODE_UNSPECIFIED)$/.test(name)),
    cluster.bool('binary_authorization.enabled', byCluster(false)),
    cluster.bool('enable_binary_authorization', byCluster(false)),
  );
}

// Dataplane V2 always enforces them, and Autopilot always uses it: https://cloud.google.com/kubernetes-engine/docs/concepts/dataplane-v2
function networkPolicies(cluster: Reader): Fact<boolean> {
  const source = `${docs}/how-to/network-policy`;
  return anyOf(
    cluster.bool('network_policy.enabled', { value: false, source }),
    mapFact(cluster.optionalString('datapath_provider'), (name) => name === 'ADVANCED_DATAPATH'),
    cluster.bool('enable_autopilot', { value: false, source }),
  );
}

function clientCertificates(cluster: Reader): Fact<boolean> {
  return cluster.bool('master_auth.client_certificate_config.issue_client_certificate', {
    value: false,
    source: `${docs}/how-to/api-server-authentication`,
  });
}

// Switched off by an empty user name; gone since GKE 1.19.
const password = (cluster: Reader): Fact<boolean> =>
  mapFact(cluster.optionalString('master_auth.username'), (name) => name !== undefined && name !== '');

function endpointOpen(cluster: Reader): Fact<boolean> {
  const isPrivate = cluster.bool('private_cluster_config.enable_private_endpoint', {
    value: false,
    source: `${docs}/concepts/network-isolation`,
  });
  // Without addresses of its own the endpoint is reached by name, where every request shows who it is from first.
  const byAddress = cluster.bool('control_plane_endpoints_config.ip_endpoints_config.enabled', {
    value: true,
    source: `${docs}/concepts/network-isolation`,
  });
  const limits = cluster.blocks('master_authorized_networks_config');
  const [block] = limits.items;
  const open: Fact<boolean> = block
    ? everyNetwork(block)
    : limits.complete
      ? byDefault(true, cluster.at, `${docs}/concepts/network-isolation`)
      : { known: false, reason: limits.reason!, at: limits.at, via: [] };
  return allOf(not(isPrivate), byAddress, open);
}

// A block without networks admits nobody from outside.
function everyNetwork(block: Reader): Fact<boolean> {
  const [first, ...rest] = block
    .blocks('cidr_blocks')
    .items.map((one) =>
      mapFact(one.optionalString('cidr_block'), (range) => range === '0.0.0.0/0' || range === '::/0'),
    );
  return first ? anyOf(first, ...rest) : known(false, block.at);
}
