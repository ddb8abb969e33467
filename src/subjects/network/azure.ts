import { notApplicable, anyOf, known, unknownFact, type Fact } from '../../model/fact.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

export default mapping({
  kind: 'network',
  dialect: 'terraform',
  types: ['azurerm_virtual_network'],
  map: (network) => {
    const flowLogs = network.program.ofType('azurerm_network_watcher_flow_log');
    const logs = linked(network, ['azurerm_network_watcher_flow_log'], 'target_resource_id', ['id']);
    const [first, ...rest] = logs.parts.map((log): Fact<boolean> =>
      reader(log).bool('enabled', {
        reason: { code: 'does-not-exist', settledBy: 'enabled = true on the flow log' },
      }),
    );
    return {
      kind: 'network',
      provider: 'azure',
      ...subjectOf(network, logs.parts),
      traits: {
        defaultGroupEmpty: notApplicable('it has no group that things get by themselves'),
        givesPublicAddresses: notApplicable('an address is a resource of its own'),
        flowLogged: first
          ? anyOf(first, ...rest)
          : flowLogs.length > 0
            ? // Which subnets a security group is in, and so which network its log is of, is not followed.
              unknownFact(
                {
                  code: 'not-evaluated',
                  subject: 'which network its flow logs are of',
                  settledBy: 'a flow log of the virtual network itself',
                },
                network.at,
              )
            : known(false, network.at),
      },
    };
  },
});
