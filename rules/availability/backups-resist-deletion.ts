import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'backups-resist-deletion',
  title: 'Backups can’t be deleted at once',
  severity: 'medium',
  criteria: {
    'A1.2': 'Whoever breaks in and destroys the data can’t destroy the copies with it.',
    'CC7.5': 'There is something left to recover from after the worst kind of incident.',
  },
  do: 'Lock the vault (aws_backup_vault_lock_configuration), or leave soft delete on.',
  on: on('backup-vault'),
  check: ({ name, traits: { deletionProtected } }) =>
    expect(deletionProtected, (on) => on, `${name} lets its backups be deleted at once.`),
});
