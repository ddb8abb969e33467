import { mapFact } from '../../src/model/fact.ts';
import { expectEach } from '../../src/rule/each.ts';
import { on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'container-users-are-none-of-the-host',
  title: 'Containers run under numbers that no user of the host has',
  severity: 'info',
  criteria: {
    'CC6.8': 'Who gets out of a container finds no files on the host that belong to the same number.',
  },
  do: 'Set runAsUser to 10000 or more.',
  equivalents: { checkov: ['CKV_K8S_40'], trivy: ['AVD-KSV-0020'] },
  on: on('workload'),
  check: ({ name, traits: { containers } }) =>
    expectEach(containers, ({ userId }) => mapFact(userId, (id) => id !== undefined && id < 10_000), {
      item: (container) => container.name,
      message: (container) =>
        `Container ${container.name} of ${name} runs under a number that the host may use as well.`,
      label: 'below 10000',
    }),
});
