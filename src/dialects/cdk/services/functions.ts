import { text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { choice, constant, duration, isTrue, newOf, type Construct, type Stated } from '../construct.ts';
import { ownGroup } from './groups.ts';
import { policyOfPrincipal } from './identity.ts';
import { made } from './made.ts';
import type { Services } from './service.ts';

/** `NODEJS_18_X` is `nodejs18.x`, `PYTHON_3_9` is `python3.9`. */
function runtime(item: Item | undefined): Item | undefined {
  const name = constant(item);
  if (!item || name === undefined) return item;
  if (name === 'FROM_IMAGE') return undefined;
  const [, language = '', version = ''] = /^([A-Z]+)_?(.*)$/.exec(name) ?? [];
  if (!/^(?:NODEJS|PYTHON|JAVA|DOTNET|RUBY|GO|PROVIDED)$/.test(language) || /LATEST/.test(version))
    return unknown(whyUnknown(item), item.at);
  return text(`${language.toLowerCase()}${version.toLowerCase().replaceAll('_', '.')}`, item.at);
}

/** What esbuild bundles is in index.js: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda_nodejs.NodejsFunction.html */
function handler(construct: Construct): Item | undefined {
  const written = construct.get('handler');
  if (construct.instance.library?.path.at(-1) !== 'NodejsFunction') return written;
  if (!written) return construct.text('index.handler');
  return written.type === 'string' && !written.value.includes('.')
    ? { ...written, value: `index.${written.value}` }
    : written;
}

/** What an image brings is not a runtime of the service: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.DockerImageFunction.html */
const isImage = (construct: Construct): boolean =>
  construct.instance.library?.path.at(-1) === 'DockerImageFunction' ||
  constant(construct.get('runtime')) === 'FROM_IMAGE';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.Function.html */
function lambda(construct: Construct): Stated[] {
  const vpc = construct.get('vpc');
  const environment = construct.get('environment');
  const given = construct.get('deadLetterQueue') ?? construct.get('deadLetterTopic');
  const enabled = construct.get('deadLetterQueueEnabled');
  const makesQueue = !given && isTrue(enabled);
  const queue = given ?? (makesQueue ? made(construct, 'DeadLetterQueue', enabled!.at) : undefined);
  const added = construct.told('addEnvironment');
  const tracing = choice(construct.get('tracing'), {
    ACTIVE: 'Active',
    PASS_THROUGH: 'PassThrough',
    DISABLED: undefined,
  });
  const variables =
    environment?.type === 'object' || (!environment && added.length > 0)
      ? construct.object(
          {
            ...(environment?.type === 'object' && Object.fromEntries(environment.entries)),
            ...Object.fromEntries(
              added.flatMap(({ args: [key, value] }) => (key?.type === 'string' && value ? [[key.value, value]] : [])),
            ),
          },
          environment?.at,
        )
      : environment;
  return [
    construct.itself('AWS::Lambda::Function', {
      FunctionName: construct.get('functionName'),
      PackageType: isImage(construct) ? construct.text('Image') : undefined,
      Runtime: runtime(construct.get('runtime')),
      Handler: handler(construct),
      Environment: variables && construct.object({ Variables: variables }, variables.at),
      KmsKeyArn: construct.get('environmentEncryption'),
      TracingConfig:
        tracing && tracing.type !== 'undefined' ? construct.object({ Mode: tracing }, tracing.at) : undefined,
      DeadLetterConfig: queue && construct.object({ TargetArn: queue }, queue.at),
      VpcConfig:
        vpc &&
        construct.object(
          { SubnetIds: unknown(whyUnknown(vpc), vpc.at), SecurityGroupIds: unknown(whyUnknown(vpc), vpc.at) },
          vpc.at,
        ),
      ReservedConcurrentExecutions: construct.get('reservedConcurrentExecutions'),
      Timeout: duration(construct.get('timeout'), 'seconds'),
      MemorySize: construct.get('memorySize'),
      Role: construct.get('role'),
      CodeSigningConfigArn: construct.get('codeSigningConfig'),
    }),
    ...construct.told('addPermission').map(({ args: [id, given], at }): Stated => {
      const permission = construct.with(given);
      const principal = newOf(permission.get('principal'));
      return construct.further(
        'AWS::Lambda::Permission',
        id?.type === 'string' ? id.value : 'Permission',
        {
          FunctionName: construct.instance,
          Action: permission.or('action', text('lambda:InvokeFunction', at)),
          Principal: /Any|Star/.test(principal?.name ?? '')
            ? text('*', at)
            : (principal?.args[0] ?? permission.get('principal')),
          SourceArn: permission.get('sourceArn'),
          SourceAccount: permission.get('sourceAccount'),
        },
        at,
      );
    }),
    ...policyOfPrincipal(construct, 'ServiceRole'),
    ...(makesQueue
      ? [
          construct.further('AWS::SQS::Queue', 'DeadLetterQueue', {
            MessageRetentionPeriod: construct.number(1_209_600),
          }),
        ]
      : []),
    ...(vpc
      ? ownGroup(
          construct,
          true,
          'SecurityGroup',
          `Automatic security group for Lambda Function ${construct.instance.name}`,
        )
      : []),
    ...construct
      .told('addFunctionUrl')
      .flatMap(({ args: [props], at }) => openAddress(construct, construct.with(props), at)),
    ...logGroup(construct),
  ];
}

/** Whoever finds an address that asks nobody may call it: the library says so by two permissions. */
function openAddress(construct: Construct, options: Construct, at: Stated['at']): Stated[] {
  const type = choice(options.get('authType'), { NONE: 'NONE', AWS_IAM: 'AWS_IAM' });
  if (type?.type !== 'string' || type.value !== 'NONE') return [];
  const anyone = (suffix: string, action: string, more: Record<string, Item>): Stated =>
    construct.further(
      'AWS::Lambda::Permission',
      suffix,
      {
        FunctionName: construct.instance,
        Action: text(action, type.at),
        Principal: text('*', type.at),
        ...more,
      },
      at,
    );
  return [
    anyone('invoke-function-url', 'lambda:InvokeFunctionUrl', { FunctionUrlAuthType: type }),
    anyone('invoke-function', 'lambda:InvokeFunction', { InvokedViaFunctionUrl: construct.bool(true, type.at) }),
  ];
}

/** With a feature flag its logs have a group of their own, kept for two years. */
function logGroup(construct: Construct): Stated[] {
  if (construct.get('logGroup') || construct.get('logRetention')) return [];
  const flag = construct.byFlag('aws-lambda:useCdkManagedLogGroup', 'logGroup', construct.bool(true), undefined);
  return flag?.type === 'bool'
    ? [construct.further('AWS::Logs::LogGroup', 'LogGroup', { RetentionInDays: construct.number(731) })]
    : [];
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.FunctionUrlOptions.html: IAM where nothing is written. */
const functionUrl = (construct: Construct): Stated[] => [
  construct.itself('AWS::Lambda::Url', {
    TargetFunctionArn: construct.get('function'),
    AuthType: choice(construct.get('authType'), { NONE: 'NONE', AWS_IAM: 'AWS_IAM' }) ?? construct.text('AWS_IAM'),
  }),
];

export const functions: Services = {
  'lambda.Function': lambda,
  'lambda.DockerImageFunction': lambda,
  'lambda.SingletonFunction': lambda,
  'lambda-nodejs.NodejsFunction': lambda,
  'lambda-python.PythonFunction': lambda,
  'lambda-go.GoFunction': lambda,
  'lambda.FunctionUrl': functionUrl,
};
