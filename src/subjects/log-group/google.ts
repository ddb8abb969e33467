import { regionOf } from '../region-of.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { notApplicable, unknownFact, type Fact, type NotApplicable } from '../../model/fact.ts';
import { subjectOf, withText } from '../links.ts';
import { mapping } from '../mapping.ts';
import { asString, reader } from '../read.ts';
import { namesOwnKey } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const kept = mapping({
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
      region: regionOf(bucket),
      encryptedWithOwnKey: namesOwnKey(reader(bucket), 'cmek_settings.kms_key_name'),
      locked: notApplicable('it is locked or not for what is sent to it, which the sinks say'),
      keptDays: reader(bucket).number('retention_days', {
        value: 30,
        source: 'https://cloud.google.com/logging/docs/buckets#custom-retention',
      }),
    },
  }),
});

const registry = 'https://registry.terraform.io/providers/hashicorp/google/latest/docs/resources';

/** What a sink sends its lines to: a bucket, which can be locked, or something that can't. */
const sinks = mapping({
  kind: 'log-group',
  dialect: 'terraform',
  types: [
    'google_logging_project_sink',
    'google_logging_folder_sink',
    'google_logging_organization_sink',
    'google_logging_billing_account_sink',
  ],
  map: (sink) => {
    const bucket = bucketOf(sink);
    return {
      kind: 'log-group',
      provider: 'google',
      ...subjectOf(sink, bucket ? [bucket] : []),
      traits: traitsOfPart('log-group', 'what it sends to decides it', { locked: locked(sink, bucket) }),
    };
  },
});

const bucketTypes = [
  'google_storage_bucket',
  'google_logging_project_bucket_config',
  'google_logging_folder_bucket_config',
  'google_logging_organization_bucket_config',
];

function bucketOf(sink: Resource): Resource | undefined {
  const destination = reader(sink).value('destination');
  const referred = (destination?.references ?? [])
    .flatMap(({ address }) => sink.program.find(address))
    .find(({ type }) => bucketTypes.includes(type));
  if (referred || !destination) return referred;
  const name = asString(destination)?.replace(/^storage\.googleapis\.com\//, '');
  return name ? withText(sink.program, ['google_storage_bucket'], 'name', name)[0] : undefined;
}

// https://cloud.google.com/logging/docs/export/configure_export_v2#supported-destinations
const elsewhere = /^(?:bigquery|pubsub|logging)\.googleapis\.com\/(?!.*\/buckets\/)/;

function locked(sink: Resource, bucket: Resource | undefined): Fact<boolean> | NotApplicable {
  if (bucket?.type === 'google_storage_bucket')
    return reader(bucket).bool('retention_policy.is_locked', { value: false, source: `${registry}/storage_bucket` });
  if (bucket)
    return reader(bucket).bool('locked', { value: false, source: `${registry}/logging_project_bucket_config` });
  const destination = reader(sink).value('destination');
  const text = destination?.type === 'unknown' ? destination.prefix : destination && asString(destination);
  if (text && elsewhere.test(text)) return notApplicable('what it sends to can’t be locked');
  return unknownFact(
    destination?.type === 'unknown'
      ? destination.reason
      : {
          code: 'not-in-repository',
          subject: 'the bucket it sends to',
          settledBy: 'the retention policy of that bucket',
        },
    destination?.at ?? sink.at,
  );
}

export default [kept, sinks];
