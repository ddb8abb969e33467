import { expect, having, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'machines-start-verified',
  title: 'What machines start from is measured',
  severity: 'low',
  criteria: {
    'CC6.8': 'A changed boot loader or kernel shows when the machine starts, before it does any work.',
    'CC7.1': 'The state that a machine starts in is compared with the one it is known to be sound in.',
  },
  do: 'Leave the virtual TPM and the monitoring of integrity switched on.',
  equivalents: { checkov: ['CKV_GCP_39', 'CKV_GCP_72'], trivy: ['AVD-GCP-0041', 'AVD-GCP-0045'] },
  on: having('startVerified'),
  check: ({ name, traits: { startVerified } }) =>
    expect(startVerified, (on) => on, `${name} starts without being measured.`),
});
