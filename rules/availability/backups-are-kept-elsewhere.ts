import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'backups-are-kept-elsewhere',
  title: 'Backups of databases are kept in another region too',
  severity: 'low',
  criteria: {
    'A1.2': 'The backups survive what destroys the region of the database.',
  },
  do: 'Set geo_redundant_backup_enabled = true, or a storage of backups that spans regions.',
  equivalents: {
    checkov: ['CKV_AZURE_94', 'CKV_AZURE_102', 'CKV_AZURE_129', 'CKV_AZURE_136'],
    kics: ['8b042c30-e441-453f-b162-7696982ebc58', '0a70d5f3-1ecd-4c8e-9292-928fc9a8c4f1'],
  },
  on: on('database'),
  check: ({ name, traits: { backupsElsewhere } }) =>
    expect(backupsElsewhere, (on) => on, `${name} keeps its backups in its own region only.`),
});
