import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'containers-stay-contained',
  title: 'Containers have no rights of their host',
  severity: 'high',
  criteria: {
    'CC6.1': 'Who breaks into a container does not thereby hold the host and all that runs beside it.',
    'CC6.8': 'Foreign software in a container can’t install itself on the host.',
  },
  do: 'Leave out privileged, and don’t share the processes of the host (pid_mode = "host").',
  equivalents: { checkov: ['CKV_AWS_334'] },
  on: on('container-task'),
  check: ({ name, traits: { privileged } }) =>
    expect(privileged, (on) => !on, `${name} has a container with rights of its host.`),
});
