import { on, rule } from '../../src/rule/rule.ts';
import { everyContainer } from '../../src/rule/containers.ts';

export default rule({
  id: 'images-are-asked-for-each-time',
  title: 'Machines ask for an image each time they start it',
  severity: 'info',
  criteria: {
    'CC6.1': 'A private image that another pod brought onto the machine can’t be used without a right to it.',
    'CC6.8': 'What was put on the machine under the name of an image isn’t run.',
  },
  do: 'Set imagePullPolicy: Always for each container, or let the cluster do so (the AlwaysPullImages plugin). Layers that are there are not fetched again.',
  equivalents: { checkov: ['CKV_K8S_15'] },
  on: on('workload'),
  check: ({ name, traits: { containers } }) =>
    everyContainer(
      containers,
      (of) => of.askedForEachTime,
      (names) => `${name} starts ${names} from what is on the machine.`,
    ),
});
