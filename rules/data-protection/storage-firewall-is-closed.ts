import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'storage-firewall-is-closed',
  title: 'Storage accounts, vaults and registries name the networks that may reach them',
  severity: 'medium',
  criteria: {
    'CC6.6': 'Requests from outside of known networks end at the border, before any key or password is looked at.',
    'CC6.1': 'A key that leaked is of no use from anywhere else.',
  },
  do: 'Set the default action of the firewall to Deny and name the networks, or switch public access off and connect privately.',
  equivalents: {
    checkov: ['CKV_AZURE_35', 'CKV_AZURE_59', 'CKV_AZURE_109', 'CKV_AZURE_139', 'CKV_AZURE_189'],
    trivy: ['AVD-AZU-0012', 'AVD-AZU-0013'],
    kics: ['a5613650-32ec-4975-a305-31af783153ea'],
  },
  on: on('object-storage', 'secret-store', 'image-repository'),
  check: ({ name, traits: { openNetwork } }) =>
    expect(openNetwork, (open) => !open, `${name} can be reached from every network.`, {
      label: 'open to every network',
    }),
});
