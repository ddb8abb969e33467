import { regionOf } from '../region-of.ts';
import { byDefault, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { isNamed } from '../stated.ts';

export default mapping({
  kind: 'file-share',
  dialect: 'terraform',
  types: ['google_filestore_instance'],
  map: (share) => ({
    kind: 'file-share',
    provider: 'google',
    ...subjectOf(share),
    traits: {
      region: regionOf(share),
      encryptedAtRest: byDefault(true, share.at, 'https://cloud.google.com/filestore/docs/cmek'),
      encryptedWithOwnKey: isNamed(reader(share), 'kms_key_name'),
      inBackupPlan: notApplicable('backups are made by calls from outside'),
    },
  }),
});
