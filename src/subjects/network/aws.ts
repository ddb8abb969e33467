import type { Resource } from '../../dialects/dialect.ts';
import {
  type NotApplicable,
  anyOf,
  byDefault,
  not,
  type Fact,
  known,
  notApplicable,
  unknownFact,
} from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { fromParts } from '../stated.ts';

const networks = mapping({
  kind: 'network',
  dialect: 'terraform',
  types: ['aws_vpc', 'aws_default_vpc'],
  map: (vpc) => {
    const logs = linked(vpc, ['aws_flow_log'], 'vpc_id', []);
    const [first] = logs.parts;
    const perSubnet = vpc.program.ofType('aws_flow_log').some((log) => reader(log).value('subnet_id'));
    return {
      kind: 'network',
      provider: 'aws',
      ...subjectOf(vpc, logs.parts),
      traits: {
        defaultGroupEmpty: defaultGroupEmpty(vpc),
        givesPublicAddresses: notApplicable('its subnets decide it'),
        guarded: notApplicable('groups stand before single things in it'),
        recordsKeptDays: notApplicable('where its records go says so'),
        flowLogged: first
          ? known(true, first.at)
          : logs.maybe.length > 0 && logs.reason
            ? unknownFact(logs.reason, vpc.at)
            : perSubnet
              ? notApplicable('its subnets are recorded one by one')
              : known(false, vpc.at),
      },
    };
  },
});

/** As it comes it lets its members reach each other and lets everything out; declared without rules it has none. */
function defaultGroupEmpty(vpc: Resource): Fact<boolean> | NotApplicable {
  // The CDK states it by a function of its own.
  const states = /^(?:terraform|pulumi)$/.test(vpc.dialect);
  if (!states && linked(vpc, ['aws_default_security_group'], 'vpc_id').parts.length === 0)
    return notApplicable('a template can’t state the default group');
  return fromParts(
    vpc,
    ['aws_default_security_group'],
    'vpc_id',
    [],
    (group) => not(anyOf(group.has('ingress'), group.has('egress'))),
    byDefault(false, vpc.at, 'https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html'),
  );
}

const subnets = mapping({
  kind: 'network',
  dialect: 'terraform',
  types: ['aws_subnet', 'aws_default_subnet'],
  map: (subnet) => ({
    kind: 'network',
    provider: 'aws',
    ...subjectOf(subnet),
    traits: {
      defaultGroupEmpty: notApplicable('the network that it is a part of says so'),
      // A subnet that comes with the account gives addresses unless that is switched off:
      // https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html
      givesPublicAddresses: reader(subnet).bool('map_public_ip_on_launch', {
        value: subnet.type === 'aws_default_subnet',
        source: 'https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html',
      }),
      guarded: notApplicable('groups stand before single things in it'),
      recordsKeptDays: notApplicable('where its records go says so'),
      flowLogged: notApplicable('the network that it is a part of says so'),
    },
  }),
});

export default [networks, subnets];
