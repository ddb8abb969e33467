import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'volumes-are-backed-up',
  title: 'Volumes are backed up',
  severity: 'low',
  criteria: {
    'A1.2': 'What was on a volume can be brought back from a copy.',
    'CC7.5': 'Disks are part of what can be recovered after an incident.',
  },
  do: 'Name the volume in a backup selection, or protect the machine it belongs to (azurerm_backup_protected_vm), or accept this with the reason that nothing on it has to last.',
  equivalents: { checkov: ['CKV2_AWS_9', 'CKV2_AZURE_12'] },
  on: on('disk'),
  check: ({ name, traits: { inBackupPlan } }) =>
    expect(inBackupPlan, (on) => on, `${name} is in no backup plan of this code.`),
});
