import type { Resource } from '../../dialects/dialect.ts';
import { allOf, anyOf, byDefault, known, not, unknownFact, type Fact } from '../../model/fact.ts';
import { linked, subjectOf, type Linked } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';

// Every new object is encrypted with SSE-S3 since 5 January 2023, whatever the bucket says.
const alwaysEncrypted = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/default-encryption-faq.html';
const privateAcl = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_acl';
const blockDefaults =
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_public_access_block';

/** A bucket is spread over several resources since version 4 of the provider; they are joined here. */
export default mapping({
  kind: 'object-storage',
  dialect: 'terraform',
  types: ['aws_s3_bucket'],
  map: (bucket) => {
    const part = (type: string) => linked(bucket, [type], 'bucket', ['bucket', 'id']);
    const acls = part('aws_s3_bucket_acl');
    const blocks = part('aws_s3_bucket_public_access_block');
    const versioning = part('aws_s3_bucket_versioning');
    const own = reader(bucket);
    const parts = [acls, blocks, versioning].flatMap((link) => link.parts);
    return {
      kind: 'object-storage',
      provider: 'aws',
      ...subjectOf(bucket, parts),
      traits: {
        publicByAcl: publicByAcl(own, acls, blocks),
        publicByPolicy: known(false, bucket.at),
        publicAccessBlocked: blockedBy(bucket, blocks, switches),
        encryptedAtRest: byDefault(true, bucket.at, alwaysEncrypted),
        versioned: isVersioned(bucket, own, versioning),
      },
    };
  },
});

const switches = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets'] as const;

// https://docs.aws.amazon.com/AmazonS3/latest/userguide/acl-overview.html#canned-acl
const isPublicAcl = (acl: string): boolean => ['public-read', 'public-read-write', 'website'].includes(acl);

function publicByAcl(own: Reader, acls: Linked, blocks: Linked): Fact<boolean> {
  const stated = [own, ...acls.parts.map(reader)].map((acl) => acl.string('acl', { value: 'private', source: privateAcl }));
  const granted = stated.map((acl) => (acl.known ? { ...acl, value: isPublicAcl(acl.value) } : acl));
  const [first, ...rest] = granted;
  const open = anyOf(first!, ...rest);
  const [block] = blocks.parts;
  if (!block) return open;
  return allOf(open, not(reader(block).bool('ignore_public_acls', { value: false, source: blockDefaults })));
}

/** Whether all of these switches of the bucket's public access block are on; without a block nothing is stated. */
function blockedBy(bucket: Resource, blocks: Linked, names: readonly string[]): Fact<boolean> {
  const [block] = blocks.parts;
  if (!block) return blocks.maybe.length ? unknownFact(blocks.reason!, bucket.at) : known(false, bucket.at);
  const [first, ...rest] = names.map((name) => reader(block).bool(name, { value: false, source: blockDefaults }));
  return allOf(first!, ...rest);
}

function isVersioned(bucket: Resource, own: Reader, versioning: Linked): Fact<boolean> {
  const [separate] = versioning.parts;
  if (separate) {
    const status = reader(separate).string('versioning_configuration.status', { value: 'Disabled', source: blockDefaults });
    return status.known ? { ...status, value: status.value === 'Enabled' } : status;
  }
  if (versioning.maybe.length) return unknownFact(versioning.reason!, bucket.at);
  return own.bool('versioning.enabled', {
    value: false,
    source: 'https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html',
  });
}
