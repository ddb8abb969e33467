import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'deleted-secrets-can-be-restored',
  title: 'Deleted secrets and vaults can be brought back',
  severity: 'medium',
  criteria: {
    'A1.2': 'Deleting a secret or a vault by mistake doesn’t lock everybody out of the data for good.',
    'CC6.1': 'Somebody with a stolen account can’t destroy the keys at once.',
  },
  do: 'Set purge_protection_enabled = true, or leave the recovery window above 0 days.',
  equivalents: { checkov: ['CKV_AZURE_42', 'CKV_AZURE_110'], trivy: ['AVD-AZU-0016'] },
  on: on('secret-store'),
  check: ({ name, traits: { deletionProtected } }) =>
    expect(deletionProtected, (on) => on, `${name} can be destroyed at once.`),
});
