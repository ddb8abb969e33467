import { joined, reason, text, unknown, type Item } from '../../programs/items.ts';
import { constant, duration, named, type Construct, type Stated } from '../construct.ts';
import { documentOf, policyOf, statementsOf } from '../policy.ts';
import { made } from './made.ts';
import type { Services } from './service.ts';

/** That the account may say by IAM who uses a key. */
export const byIam = (construct: Construct): Item =>
  construct.object({
    Effect: construct.text('Allow'),
    Principal: construct.object({
      AWS: unknown(reason('data-source', 'the account', 'its number'), construct.at, {
        prefix: 'arn:aws:iam::',
        suffix: ':root',
      }),
    }),
    Action: construct.text('kms:*'),
    Resource: construct.text('*'),
  });

/** The key that a construct makes for itself where it is to have one and is given none; `rotated`: whether it is rotated. */
export const ownKey = (construct: Construct, rotated: boolean): Stated =>
  construct.further('AWS::KMS::Key', 'Key', {
    EnableKeyRotation: rotated ? construct.bool(true) : undefined,
    KeyPolicy: documentOf([byIam(construct)], construct.at),
  });

/** How that key is referred to. */
export const keyOf = (construct: Construct, at: Item['at']): Item => made(construct, 'Key', at);

/** Keys have the policy that hands their use over to IAM, and the statements that they are told. */
function key(construct: Construct): Stated[] {
  const policy = construct.get('policy');
  const period = construct.get('rotationPeriod');
  return [
    construct.itself('AWS::KMS::Key', {
      // A period of rotation turns it on.
      EnableKeyRotation: construct.get('enableKeyRotation') ?? (period && construct.bool(true, period.at)),
      RotationPeriodInDays: duration(period, 'days'),
      Enabled: construct.get('enabled'),
      KeySpec: named(construct.get('keySpec')),
      KeyUsage: named(construct.get('keyUsage')),
      PendingWindowInDays: duration(construct.get('pendingWindow'), 'days'),
      KeyPolicy: policy
        ? policyOf(policy)
        : documentOf([byIam(construct), ...statementsOf(construct, 'addToResourcePolicy')], construct.at),
    }),
  ];
}

/** A value is made where none is given. */
const secret = (construct: Construct): Stated[] => {
  const stated = [
    construct.itself('AWS::SecretsManager::Secret', {
      Name: construct.get('secretName'),
      KmsKeyId: construct.get('encryptionKey'),
      SecretString: construct.get('secretStringValue') ?? construct.get('secretStringBeta1'),
    }),
  ];
  const statements = statementsOf(construct, 'addToResourcePolicy');
  if (statements.length > 0)
    stated.push(
      construct.further('AWS::SecretsManager::ResourcePolicy', 'Policy', {
        SecretId: construct.instance,
        ResourcePolicy: documentOf(statements, construct.at),
      }),
    );
  return stated;
};

/** Every thirty days where nothing is written; the template says it as a rate. */
export function rotationRules(construct: Construct, options: Construct): Item {
  const after = duration(options.get('automaticallyAfter'), 'days') ?? construct.number(30);
  return construct.object({
    ScheduleExpression: joined([text('rate(', after.at), after, text(' days)', after.at)], after.at),
  });
}

const rotation = (construct: Construct): Stated[] => {
  const hosted = construct.get('hostedRotation');
  const kind = constant(hosted);
  return [
    construct.itself('AWS::SecretsManager::RotationSchedule', {
      SecretId: construct.get('secret'),
      RotationLambdaARN: construct.get('rotationLambda'),
      HostedRotationLambda:
        hosted &&
        construct.object(
          {
            RotationType: unknown(
              reason('not-evaluated', kind ?? 'the kind of rotation', 'its kind, written out'),
              hosted.at,
            ),
          },
          hosted.at,
        ),
      RotationRules: rotationRules(construct, construct),
    }),
  ];
};

const parameter =
  (type: string) =>
  (construct: Construct): Stated[] => [
    construct.itself('AWS::SSM::Parameter', {
      Name: construct.get('parameterName'),
      Type: named(construct.get('type')) ?? text(type, construct.at),
      Value: construct.get('stringValue'),
    }),
  ];

export const keys: Services = {
  'kms.Key': key,
  'secretsmanager.Secret': secret,
  'secretsmanager.RotationSchedule': rotation,
  'ssm.StringParameter': parameter('String'),
  'ssm.StringListParameter': parameter('StringList'),
};
