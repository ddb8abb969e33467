import type { Resource } from '../../dialects/dialect.ts';
import { anyOf, known, mapFact, notApplicable, type Fact } from '../../model/fact.ts';
import { letsEveryoneIn, policyOf } from '../aws-policy.ts';
import { hasOwner, linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { namesOwnKey, some } from '../stated.ts';
import { traitsOfPart } from '../traits-of-part.ts';

const source = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecr_repository';

const repositories = mapping({
  kind: 'image-repository',
  dialect: 'terraform',
  types: ['aws_ecr_repository'],
  map: (repository) => {
    const own = reader(repository);
    const policies = linked(repository, ['aws_ecr_repository_policy'], 'repository', ['name']).parts;
    return {
      kind: 'image-repository',
      provider: 'aws',
      ...subjectOf(repository, policies),
      traits: {
        tagsFixed: mapFact(own.string('image_tag_mutability', { value: 'MUTABLE', source }), (mode) =>
          mode.toUpperCase().startsWith('IMMUTABLE'),
        ),
        heldUntilChecked: notApplicable('the service holds no image back'),
        scannedOnPush: scanned(repository),
        publicByPolicy: openPolicies(repository, policies),
        openNetwork: notApplicable('identities and policies decide, there is no firewall'),
        sharedKeysAccepted: notApplicable('each sign-in is bound to an identity'),
        encryptedWithOwnKey: namesOwnKey(own, 'encryption_configuration.kms_key'),
      },
    };
  },
});

/** A rule for the whole registry stands above the switch of the repository, which it replaces. */
function scanned(repository: Resource): Fact<boolean> {
  const own = reader(repository).bool('image_scanning_configuration.scan_on_push', { value: false, source });
  const [registry] = repository.program.ofType('aws_ecr_registry_scanning_configuration');
  if (!registry) return own;
  const rules = reader(registry).blocks('rule');
  return anyOf(own, known(rules.items.length > 0, rules.at));
}

const openPolicies = (resource: Resource, policies: readonly Resource[]): Fact<boolean> =>
  some(
    policies.flatMap((part) => {
      const policy = policyOf(reader(part).value('policy'));
      return policy ? [letsEveryoneIn(policy)] : [];
    }),
    known(false, resource.at),
  );

/** A policy whose repository is not in this program stands for itself. */
const loosePolicies = mapping({
  kind: 'image-repository',
  dialect: 'terraform',
  types: ['aws_ecr_repository_policy'],
  map: (policy) =>
    hasOwner(policy, ['aws_ecr_repository'], 'repository', ['name'])
      ? undefined
      : {
          kind: 'image-repository',
          provider: 'aws',
          ...subjectOf(policy),
          traits: traitsOfPart('image-repository', 'it is a policy of something that is kept elsewhere', {
            publicByPolicy: openPolicies(policy, [policy]),
          }),
        },
});

export default [repositories, loosePolicies];
