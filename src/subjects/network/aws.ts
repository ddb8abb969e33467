import { known, notApplicable, unknownFact } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

export default mapping({
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
