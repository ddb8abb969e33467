import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'namespaces-keep-pods-confined',
  title: 'Namespaces refuse pods with rights of their machines',
  severity: 'low',
  criteria: {
    'CC6.1': 'Nobody can run a pod there that holds its machine, also by mistake.',
    'CC6.8': 'Software that asks for rights of the machine is not started.',
  },
  do: 'Set the label pod-security.kubernetes.io/enforce to baseline or restricted.',
  on: on('cluster-namespace'),
  check: ({ name, traits: { podStandard } }) =>
    expect(
      podStandard,
      (standard) => standard !== 'privileged',
      `${name} lets any pod run, also with all rights of its machine.`,
    ),
});
