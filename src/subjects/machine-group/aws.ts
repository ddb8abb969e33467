import type { Resource } from '../../dialects/dialect.ts';
import { anyOf, known, mapFact, notApplicable, unknownFact, type Fact, type NotApplicable } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

const source = 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-checks-overview.html';

export default mapping({
  kind: 'machine-group',
  dialect: 'terraform',
  types: ['aws_autoscaling_group'],
  map: (group) => {
    const stated = reader(group);
    const attachments = linked(group, ['aws_autoscaling_attachment'], 'autoscaling_group_name', ['name', 'id']).parts;
    return {
      kind: 'machine-group',
      provider: 'aws',
      ...subjectOf(group, attachments),
      traits: {
        replacesUnhealthy: replacesUnhealthy(stated, attachments),
        spreadOverZones: spread(stated),
      },
    };
  },
});

const balancers = ['load_balancers', 'target_group_arns', 'traffic_source'];

/** By itself only the state of the machine counts; behind a load balancer its word has to count as well. */
function replacesUnhealthy(group: Reader, attachments: readonly Resource[]): Fact<boolean> | NotApplicable {
  const behind = anyOf(known(attachments.length > 0, group.at), ...balancers.map((name) => group.has(name)));
  if (!behind.known) return behind;
  if (!behind.value) return notApplicable('it stands behind no load balancer');
  const types = ['health_check_type', 'health_check_types'].filter((name) => group.value(name));
  const [first, ...rest] = types.map((name) =>
    mapFact(group.string(name, { value: 'EC2', source }), (type) => /\b(?:ELB|VPC_LATTICE)\b/.test(type)),
  );
  return first
    ? anyOf(first, ...rest)
    : mapFact(group.string('health_check_type', { value: 'EC2', source }), () => false);
}

/** Whether its subnets or zones are several. Subnets that are not known may lie in one zone. */
function spread(group: Reader): Fact<boolean> {
  const name = group.value('availability_zones') ? 'availability_zones' : 'vpc_zone_identifier';
  const list = group.strings(name);
  if (list.items.length > 1) return known(true, list.at);
  if (list.complete && list.items.length === 1) return known(false, list.at);
  return unknownFact(
    list.reason ?? {
      code: 'not-in-repository',
      subject: 'its subnets',
      settledBy: 'vpc_zone_identifier with several subnets',
    },
    list.at,
  );
}
