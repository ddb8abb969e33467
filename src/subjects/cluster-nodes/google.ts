import type { Resource } from '../../dialects/dialect.ts';
import { byDefault, known, mapFact, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Default, type Reader } from '../read.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/google/latest/docs';
const pool = 'google_container_node_pool';

export default mapping({
  kind: 'cluster-nodes',
  dialect: 'terraform',
  types: [pool, 'google_container_cluster'],
  map: (resource) => {
    const own = reader(resource);
    if (resource.type !== pool && hasNoPool(own)) return undefined;
    const accounts = defaultAccountsOf(resource);
    const ofCluster = notApplicable('the first pool of a cluster is kept by the platform as its channel says');
    return {
      kind: 'cluster-nodes',
      provider: 'google',
      ...subjectOf(resource, accounts),
      traits: {
        runsAsDefault: accounts[0] ? known(true, resource.at) : runsAsDefault(own),
        startVerified: own.bool('node_config.shielded_instance_config.enable_integrity_monitoring', {
          value: true,
          source: `${registry}/resources/container_cluster`,
        }),
        credentialsHidden: credentialsHidden(resource, own),
        upgraded: resource.type === pool ? own.bool('management.auto_upgrade', managed) : ofCluster,
        repaired: resource.type === pool ? own.bool('management.auto_repair', managed) : ofCluster,
      },
    };
  },
});

const account = 'node_config.service_account';

// https://registry.terraform.io/providers/hashicorp/google/latest/docs/guides/version_5_upgrade
const managed: Default<boolean> = {
  versions: [
    { value: true, from: '5.0.0', source: `${registry}/guides/version_5_upgrade` },
    { value: false, below: '5.0.0', source: `${registry}/guides/version_5_upgrade` },
  ],
};

/** Its machines are those of pools of their own, are set up by the platform (Autopilot), or are in blocks for pools. */
function hasNoPool(cluster: Reader): boolean {
  const stated = ['remove_default_node_pool', 'enable_autopilot'].map((name) => cluster.optionalBool(name));
  return stated.some((fact) => fact.known && fact.value === true) || cluster.value('node_pool') !== undefined;
}

const defaultAccountsOf = (resource: Resource): readonly Resource[] =>
  (reader(resource).value(account)?.references ?? [])
    .flatMap(({ address }) => resource.program.find(address))
    .filter(({ type }) => type === 'google_project_default_service_accounts');

// The default account is PROJECT_NUMBER-compute@…: https://cloud.google.com/compute/docs/access/service-accounts#default_service_account
function runsAsDefault(own: Reader): Fact<boolean> {
  const value = own.value(account);
  if (value?.type === 'unknown' && value.references?.some(({ address }) => /google_service_account\./.test(address)))
    return known(false, value.at, value.via);
  return mapFact(
    own.optionalString(account),
    (email) => !email || email === 'default' || email.endsWith('-compute@developer.gserviceaccount.com'),
  );
}

// https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity: a pool of a cluster that has it gets it
function credentialsHidden(resource: Resource, own: Reader): Fact<boolean> {
  const path = 'node_config.workload_metadata_config';
  const mode = own.value(`${path}.mode`) ? `${path}.mode` : `${path}.node_metadata`;
  if (own.value(mode))
    return mapFact(own.optionalString(mode), (name) =>
      /^(?:GKE_METADATA|GKE_METADATA_SERVER|SECURE)$/.test(name ?? ''),
    );
  const source = 'https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity';
  const cluster = resource.type === pool ? clusterOf(resource) : resource;
  if (cluster) {
    const identities = reader(cluster).has('workload_identity_config');
    return identities.known && !identities.value ? byDefault(false, own.at, source) : identities;
  }
  return own.value('cluster')
    ? unknownFact(
        { code: 'not-in-repository', subject: 'its cluster', settledBy: 'a workload_metadata_config' },
        own.at,
      )
    : byDefault(false, own.at, source);
}

const clusterOf = (nodes: Resource): Resource | undefined =>
  (reader(nodes).value('cluster')?.references ?? [])
    .flatMap(({ address }) => nodes.program.find(address))
    .find(({ type }) => type === 'google_container_cluster');
