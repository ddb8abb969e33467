import { anyOf, known, mapFact, notApplicable } from '../../model/fact.ts';
import { letsEveryoneIn, policyOf } from '../aws-policy.ts';
import { linked, subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
import { isWritten, namesOwnKey, some } from '../stated.ts';

const registry = 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources';
const network = notApplicable('it is reached through the cloud’s API, which checks every caller');

const secret = mapping({
  kind: 'secret-store',
  dialect: 'terraform',
  types: ['aws_secretsmanager_secret'],
  map: (resource) => {
    const own = reader(resource);
    const part = (type: string) => linked(resource, [type], 'secret_id', ['id']).parts;
    const versions = part('aws_secretsmanager_secret_version');
    const rotations = part('aws_secretsmanager_secret_rotation');
    const policies = linked(resource, ['aws_secretsmanager_secret_policy'], 'secret_arn', ['arn']).parts;
    const written = versions.map((version) =>
      isWritten(reader(version), 'secret_string', 'secret_binary', 'secret_string_wo'),
    );
    return {
      kind: 'secret-store',
      provider: 'aws',
      ...subjectOf(resource, [...versions, ...rotations, ...policies]),
      traits: {
        encryptedWithOwnKey: namesOwnKey(own, 'kms_key_id'),
        secretInCode: some(written, known(false, resource.at)),
        openNetwork: network,
        publicByPolicy: some(
          [own, ...policies.map(reader)].flatMap((stated) => {
            const policy = policyOf(stated.value('policy'));
            return policy ? [letsEveryoneIn(policy)] : [];
          }),
          known(false, resource.at),
        ),
        // https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html: 0 deletes at once
        deletionProtected: mapFact(
          own.number('recovery_window_in_days', { value: 30, source: `${registry}/secretsmanager_secret` }),
          (days) => days > 0,
        ),
        rotated:
          rotations[0] !== undefined
            ? known(true, rotations[0].at)
            : anyOf(own.has('rotation_lambda_arn'), own.has('rotation_rules')),
      },
    };
  },
});

const parameter = mapping({
  kind: 'secret-store',
  dialect: 'terraform',
  types: ['aws_ssm_parameter'],
  map: (resource) => {
    const own = reader(resource);
    const type = own.optionalString('type');
    // Settings that are no secrets are kept as plain parameters, on purpose.
    if (type.known && type.value !== 'SecureString') return undefined;
    return {
      kind: 'secret-store',
      provider: 'aws',
      ...subjectOf(resource),
      traits: {
        encryptedWithOwnKey: namesOwnKey(own, 'key_id'),
        secretInCode: isWritten(own, 'value', 'value_wo', 'insecure_value'),
        openNetwork: network,
        publicByPolicy: notApplicable('it has no policy of its own'),
        deletionProtected: notApplicable('a deleted parameter can’t be brought back'),
        rotated: notApplicable('parameters are not replaced by the service'),
      },
    };
  },
});

export default [secret, parameter];
