import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'machines-have-no-side-ways',
  title: 'Machines can’t be reached, or used as a passage, past the firewall',
  // A machine that routes on purpose has to forward: appliances and NAT do.
  severity: 'low',
  criteria: {
    'CC6.1': 'There is no login of the machine that network rules don’t guard.',
    'CC6.6': 'Traffic passes where the border is watched, and not through a machine that hands it on.',
  },
  do: 'Leave serial-port-enable, can_ip_forward and ip_forwarding_enabled off (source_dest_check on), but for machines whose work it is.',
  aspects: {
    console: { checkov: ['CKV_GCP_35'], trivy: ['AVD-GCP-0032'], kics: ['97fa667a-d05b-4f16-9071-58b939f34751'] },
    forwarding: {
      checkov: ['CKV_GCP_36', 'CKV_AZURE_118'],
      trivy: ['AVD-GCP-0043'],
      kics: ['f34c0c25-47b4-41eb-9c79-249b4dd47b89', '4216ebac-d74c-4423-b437-35025cb88af5'],
    },
  },
  on: on('compute-instance'),
  check: ({ name, traits: { serialConsole, forwardsPackets } }) => ({
    console: expect(serialConsole, (open) => !open, `${name} can be reached through its serial console.`, {
      label: 'a console on the network',
    }),
    forwarding: expect(forwardsPackets, (on) => !on, `${name} may hand on traffic that is not its own.`, {
      label: 'forwards traffic',
    }),
  }),
});
