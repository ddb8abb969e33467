import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'builds-have-no-host-rights',
  title: 'Builds run without the rights of their machine',
  severity: 'low',
  criteria: {
    'CC6.8': 'What a dependency runs during the build can’t take over the machine that builds.',
    'CC8.1': 'What is released comes from an environment that the build itself can’t change.',
  },
  do: 'Leave privileged_mode out; build images with a tool that needs no daemon, or accept it with that reason.',
  equivalents: { checkov: ['CKV_AWS_316'] },
  on: on('build-project'),
  check: ({ name, traits: { buildsPrivileged } }) =>
    expect(buildsPrivileged, (on) => !on, `${name} runs its builds with the rights of their machine.`),
});
