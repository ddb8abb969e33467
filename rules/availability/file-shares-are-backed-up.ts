import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'file-shares-are-backed-up',
  title: 'File shares are backed up',
  severity: 'medium',
  criteria: {
    'A1.2': 'Files that were deleted or overwritten can be brought back from a copy.',
    'CC7.5': 'Shared files are part of what can be recovered after an incident.',
  },
  do: 'Add aws_efs_backup_policy with status ENABLED, or name the file system in a backup selection.',
  equivalents: { checkov: ['CKV2_AWS_18'] },
  on: on('file-share'),
  check: ({ name, traits: { inBackupPlan } }) =>
    expect(inBackupPlan, (on) => on, `${name} is in no backup plan of this code.`),
});
