import { text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, constant, named, type Construct, type Stated } from '../construct.ts';
import { openGroup } from './groups.ts';
import type { Services } from './service.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_eks.Cluster.html: open to the internet and to the network where nothing is written. */
function kubernetes(construct: Construct): Stated[] {
  const access = construct.get('endpointAccess');
  const call = access?.type === 'symbol' ? access : undefined;
  const kind = call?.path.find((part) => /^(?:PUBLIC|PRIVATE|PUBLIC_AND_PRIVATE)$/.test(part));
  const blocks = call?.path.at(-1) === 'onlyFrom' ? call.args : undefined;
  const at = access?.at ?? construct.at;
  const from = access ? kind : 'PUBLIC_AND_PRIVATE';
  const reached = (test: RegExp): Item =>
    from === undefined ? unknown(whyUnknown(access!), at) : construct.bool(test.test(from), at);
  const logging = construct.get('clusterLogging');
  const key = construct.get('secretsEncryptionKey');
  return [
    construct.itself('AWS::EKS::Cluster', {
      Name: construct.get('clusterName'),
      Version: versionOf(construct.get('version')),
      ResourcesVpcConfig: construct.object(
        {
          EndpointPublicAccess: reached(/PUBLIC/),
          EndpointPrivateAccess: reached(/PRIVATE/),
          PublicAccessCidrs: blocks && construct.list(blocks, at),
        },
        at,
      ),
      Logging:
        logging &&
        construct.object({
          ClusterLogging: construct.object({
            EnabledTypes:
              logging.type === 'list'
                ? construct.list(
                    logging.items.map((item) => construct.object({ Type: lowered(named(item) ?? item) }, item.at)),
                    logging.at,
                    logging.reason,
                  )
                : logging,
          }),
        }),
      EncryptionConfig:
        key &&
        construct.list(
          [
            construct.object(
              {
                Provider: construct.object({ KeyArn: key }, key.at),
                Resources: construct.list([text('secrets', key.at)], key.at),
              },
              key.at,
            ),
          ],
          key.at,
        ),
    }),
    ...(construct.get('securityGroup')
      ? []
      : [
          construct.further(
            'AWS::EC2::SecurityGroup',
            'ControlPlaneSecurityGroup',
            openGroup(construct, 'EKS Control Plane Security Group'),
          ),
        ]),
    ...construct.told('addNodegroupCapacity').map(({ args: [id, props], at }): Stated => {
      const name = id?.type === 'string' ? id.value : '…';
      return construct.further(
        'AWS::EKS::Nodegroup',
        `Nodegroup${name}`,
        nodes(construct.with(props), construct.instance),
        at,
      );
    }),
  ];
}

/** `eks.KubernetesVersion.V1_31` is `1.31`; `.of("1.31")` says it itself. */
function versionOf(item: Item | undefined): Item | undefined {
  const call = callOf(item);
  if (call?.name.endsWith('.of')) return call.args[0];
  const [, major, minor] = /^V(\d+)_(\d+)$/.exec(constant(item) ?? '') ?? [];
  return item && (major === undefined ? unknown(whyUnknown(item), item.at) : text(`${major}.${minor}`, item.at));
}

/** `CONTROLLER_MANAGER` is `controllerManager`. */
const lowered = (item: Item): Item =>
  item.type === 'string'
    ? { ...item, value: item.value.toLowerCase().replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) }
    : item;

const nodegroup = (construct: Construct): Stated[] => [
  construct.itself('AWS::EKS::Nodegroup', nodes(construct, construct.get('cluster'))),
];

function nodes(options: Construct, cluster: Item | undefined): Record<string, Item | undefined> {
  const remote = options.get('remoteAccess');
  const own = options.with(remote);
  return {
    ClusterName: cluster,
    RemoteAccess:
      remote &&
      options.object(
        { Ec2SshKey: own.get('sshKeyName'), SourceSecurityGroups: own.get('sourceSecurityGroups') },
        remote.at,
      ),
  };
}

export const clusters: Services = {
  'eks.Cluster': kubernetes,
  'eks.FargateCluster': kubernetes,
  'eks-v2.Cluster': kubernetes,
  'eks.Nodegroup': nodegroup,
};
