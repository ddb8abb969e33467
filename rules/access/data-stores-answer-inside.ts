import { known } from '../../src/model/fact.ts';
import { expectEach } from '../../src/rule/each.ts';
import { having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'data-stores-answer-inside',
  title: 'Data stores in containers are offered inside only',
  severity: 'low',
  criteria: {
    'CC6.1': 'Data is reached through the programs that work on it, which ask who somebody is.',
    'CC6.6': 'Who is outside of the machine or the cluster can’t try passwords at the data store.',
  },
  do: 'Publish the port at 127.0.0.1 only, or leave it out: services of the same file or cluster reach each other without it. Give a load balancer source ranges, or make it an internal one.',
  on: having('openDataPorts'),
  check: ({ name, traits: { openDataPorts } }) =>
    expectEach(openDataPorts, ({ at }) => known(true, at), {
      message: ({ port }) => `${name} offers the data store at port ${port} to everybody who reaches its address.`,
      item: ({ port }) => String(port),
    }),
});
