import { notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { isNamed } from '../stated.ts';

const source = 'https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_CreateTrail.html';

export default mapping({
  kind: 'audit-log',
  dialect: 'terraform',
  types: ['aws_cloudtrail'],
  map: (trail) => {
    const stated = reader(trail);
    return {
      kind: 'audit-log',
      provider: 'aws',
      ...subjectOf(trail),
      traits: {
        running: stated.bool('enable_logging', {
          value: true,
          source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail',
        }),
        watchedLive: isNamed(stated, 'cloud_watch_logs_group_arn'),
        everyRegion: stated.bool('is_multi_region_trail', { value: false, source }),
        tamperEvident: stated.bool('enable_log_file_validation', { value: false, source }),
        encryptedWithOwnKey: isNamed(stated, 'kms_key_id'),
        withoutGaps: notApplicable('a trail may be one of several; selectors of one say little about the whole'),
      },
    };
  },
});
