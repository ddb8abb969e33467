import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { namesOwnKey } from '../stated.ts';

export default mapping({
  kind: 'log-group',
  dialect: 'terraform',
  types: [
    'google_logging_project_bucket_config',
    'google_logging_folder_bucket_config',
    'google_logging_organization_bucket_config',
  ],
  map: (bucket) => ({
    kind: 'log-group',
    provider: 'google',
    ...subjectOf(bucket),
    traits: {
      encryptedWithOwnKey: namesOwnKey(reader(bucket), 'cmek_settings.kms_key_name'),
      keptDays: reader(bucket).number('retention_days', {
        value: 30,
        source: 'https://cloud.google.com/logging/docs/buckets#custom-retention',
      }),
    },
  }),
});
