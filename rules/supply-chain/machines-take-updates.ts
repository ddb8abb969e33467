import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'machines-take-updates',
  title: 'Machines install updates of their system by themselves',
  severity: 'medium',
  criteria: {
    'CC7.1': 'A known flaw of the system is mended when its fix comes out, and not when somebody thinks of it.',
    'CC6.8': 'Malicious code does not find the holes for which a fix has long been there.',
  },
  do: 'Leave automatic updates on, let the platform install them (patch_mode = "AutomaticByPlatform"), or have sets take new versions of their image.',
  equivalents: { checkov: ['CKV_AZURE_177'] },
  on: on('compute-instance'),
  check: ({ name, traits: { takesUpdates } }) =>
    expect(takesUpdates, (on) => on, `${name} waits for somebody to install its updates.`),
});
