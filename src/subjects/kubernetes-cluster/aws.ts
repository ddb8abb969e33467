import { allOf, anyItem, mapFact, notApplicable, type Fact } from '../../model/fact.ts';
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
