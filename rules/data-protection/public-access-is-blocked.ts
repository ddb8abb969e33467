import { expect, on, rule } from '../../src/rule/rule.ts';

export default rule({
  id: 'public-access-is-blocked',
  title: 'Object storage states a block on public access',
  severity: 'medium',
  criteria: {
    'CC6.1': 'A block that stands above lists and policies keeps a later mistake in one of them from opening the data.',
    'CC6.6': 'It keeps the storage behind the boundary whatever is granted inside of it.',
  },
  do: 'State the block: all four switches of aws_s3_bucket_public_access_block, allow_nested_items_to_be_public = false, or public_access_prevention = "enforced".',
  aspects: {
    'new-acls': {
      checkov: ['CKV2_AWS_6', 'CKV_AWS_53'],
      trivy: ['AVD-AWS-0086'],
      kics: ['d0cc8694-fcad-43ff-ac86-32331d7e867f'],
    },
    'new-policies': {
      checkov: ['CKV2_AWS_6', 'CKV_AWS_54', 'CKV_AZURE_190', 'CKV2_AZURE_47', 'CKV_GCP_114'],
      trivy: ['AVD-AWS-0087'],
      kics: ['1a4bc881-9f69-4d44-8c9a-d37d08f54c50'],
    },
    'ignored-acls': {
      checkov: ['CKV_AWS_55'],
      trivy: ['AVD-AWS-0091'],
      kics: ['4fa66806-0dd9-4f8d-9480-3174d39c7c91'],
    },
    'restricted-policies': {
      checkov: ['CKV_AWS_56'],
      trivy: ['AVD-AWS-0093'],
      kics: ['1ec253ab-c220-4d63-b2de-5b40e0af9293'],
    },
  },
  on: on('object-storage'),
  check: ({ name, traits }) => ({
    'new-acls': expect(traits.publicAclsBlocked, (on) => on, `${name} states no block on new public ACLs.`),
    'new-policies': expect(traits.publicPoliciesBlocked, (on) => on, `${name} states no block on new public policies.`),
    'ignored-acls': expect(traits.publicAclsIgnored, (on) => on, `${name} doesn't state that public ACLs are ignored.`),
    'restricted-policies': expect(
      traits.publicPoliciesRestricted,
      (on) => on,
      `${name} doesn't state that public policies are void.`,
    ),
  }),
});
