import { regionOf } from '../region-of.ts';
import { mapFact, notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { namesOwnKey } from '../stated.ts';

export default mapping({
  kind: 'log-group',
  dialect: 'terraform',
  types: ['aws_cloudwatch_log_group'],
  map: (group) => ({
    kind: 'log-group',
    provider: 'aws',
    ...subjectOf(group),
    traits: {
      region: regionOf(group),
      encryptedWithOwnKey: namesOwnKey(reader(group), 'kms_key_id'),
      locked: notApplicable('whoever may delete the group deletes its lines; copies elsewhere are judged there'),
      // 0 stands for "never expires", which is what a group does that says nothing:
      // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
      keptDays: mapFact(
        reader(group).number('retention_in_days', {
          value: 0,
          source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html',
        }),
        (days) => (days === 0 ? Infinity : days),
      ),
    },
  }),
});
