import {
  unknownFact,
  type NotApplicable,
  allOf,
  anyItem,
  mapFact,
  notApplicable,
  type Fact,
} from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const source = 'https://docs.aws.amazon.com/eks/latest/APIReference/API_VpcConfigRequest.html';
const everywhere = new Set(['0.0.0.0/0', '::/0']);

export default mapping({
  kind: 'kubernetes-cluster',
  dialect: 'terraform',
  types: ['aws_eks_cluster'],
  map: (cluster) => {
    const stated = reader(cluster);
    return {
      kind: 'kubernetes-cluster',
      provider: 'aws',
      ...subjectOf(cluster),
      traits: {
        endpointOpen: endpointOpen(stated),
        auditLogged: anyItem(stated.strings('enabled_cluster_log_types'), (type) => type === 'audit'),
        rolesEnforced: notApplicable('EKS has roles switched on and they can’t be switched off'),
        nodesReachable: notApplicable('the subnets of its machines decide it'),
        nodesVerified: notApplicable('its machines join by a role in IAM'),
        logsSent: notApplicable('an agent inside of the cluster sends them'),
        measured: notApplicable('an agent inside of the cluster measures it'),
        takesReleases: notApplicable('new versions are named one by one'),
        imagesChecked: notApplicable('something inside of the cluster checks them'),
        networkPolicies: notApplicable('an add-on enforces them, which is set up apart from the cluster'),
        supportedUntil: supportedUntil(stated),
        // Its secrets; without a key that is named, AWS encrypts them with one of its own.
        encryptedWithOwnKey: stated.has('encryption_config'),
        localAccounts: notApplicable('everyone comes in through IAM'),
      },
    };
  },
});

function endpointOpen(cluster: Reader): Fact<boolean> {
  const isPublic = cluster.bool('vpc_config.endpoint_public_access', { value: true, source });
  const ranges = cluster.strings('vpc_config.public_access_cidrs');
  if (ranges.items.length === 0 && ranges.complete)
    return allOf(
      isPublic,
      mapFact(cluster.string('vpc_config.public_access_cidrs', { value: '0.0.0.0/0', source }), () => true),
    );
  return allOf(
    isPublic,
    anyItem(ranges, (range) => everywhere.has(range)),
  );
}

/**
 * The days on which extended support ends; until then the service mends what is found:
 * https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html
 */
const ends: { readonly [version: string]: string } = {
  '1.21': '2024-07-15',
  '1.22': '2024-09-01',
  '1.23': '2024-10-11',
  '1.24': '2025-01-31',
  '1.25': '2025-05-01',
  '1.26': '2025-06-11',
  '1.27': '2025-07-24',
  '1.28': '2025-11-26',
  '1.29': '2026-03-23',
  '1.30': '2026-07-23',
  '1.31': '2026-11-26',
  '1.32': '2027-03-23',
  '1.33': '2027-07-29',
  '1.34': '2027-12-02',
  '1.35': '2028-03-27',
};

// None of the earlier ones lasted longer than 1.20 did.
const isOlder = (version: string): boolean => /^1\.\d+$/.test(version) && Number(version.slice(2)) < 21;

function supportedUntil(cluster: Reader): Fact<{ day: string; final: boolean }> | NotApplicable {
  const version = cluster.optionalString('version');
  if (!version.known) return version;
  if (version.value === undefined) return notApplicable('it starts with the newest version');
  const day = ends[version.value] ?? (isOlder(version.value) ? '2022-11-01' : undefined);
  if (day) return { ...version, value: { day, final: true } };
  return unknownFact(
    {
      code: 'not-in-repository',
      subject: `version ${version.value}`,
      settledBy: 'the list of versions that the service publishes: the end of this one is not known here',
    },
    version.at,
    version.via,
  );
}
