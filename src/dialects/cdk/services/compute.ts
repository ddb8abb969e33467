import { text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { Construct, callOf, choice, constant, duration, newOf, type Stated } from '../construct.ts';
import { documentOf, policyOf, statementsOf, trustOf } from '../policy.ts';
import { ownGroup } from './groups.ts';
import type { Services } from './service.ts';

/** `NODEJS_18_X` is `nodejs18.x`, `PYTHON_3_9` is `python3.9`. */
function runtime(item: Item | undefined): Item | undefined {
  const name = constant(item);
  if (!item || name === undefined) return item;
  const [, language = '', version = ''] = /^([A-Z]+)_?(.*)$/.exec(name) ?? [];
  if (!/^(?:NODEJS|PYTHON|JAVA|DOTNET|RUBY|GO|PROVIDED)$/.test(language) || /LATEST/.test(version))
    return unknown(whyUnknown(item), item.at);
  return text(`${language.toLowerCase()}${version.toLowerCase().replaceAll('_', '.')}`, item.at);
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.Function.html */
function lambda(construct: Construct): Stated[] {
  const vpc = construct.get('vpc');
  const environment = construct.get('environment');
  const queue = construct.get('deadLetterQueue') ?? construct.get('deadLetterTopic');
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
      Runtime: runtime(construct.get('runtime')),
      Handler: construct.get('handler'),
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
  ];
}

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_lambda.FunctionUrlOptions.html: IAM where nothing is written. */
const functionUrl = (construct: Construct): Stated[] => [
  construct.itself('AWS::Lambda::Url', {
    TargetFunctionArn: construct.get('function'),
    AuthType: choice(construct.get('authType'), { NONE: 'NONE', AWS_IAM: 'AWS_IAM' }) ?? construct.text('AWS_IAM'),
  }),
];

/** The statements that a role or what has one is told, as the policy that the library makes of them. */
function policyOfPrincipal(construct: Construct, role: string): Stated[] {
  const told = construct.told('addToPolicy', 'addToPrincipalPolicy', 'addToRolePolicy');
  const initial = construct.get('initialPolicy');
  const statements = [
    ...(initial?.type === 'list' ? initial.items : []),
    ...told.flatMap(({ args }) => args.slice(0, 1)),
  ];
  const [first] = told;
  if (statements.length === 0) return [];
  return [
    construct.further(
      'AWS::IAM::Policy',
      `${role === '' ? '' : `${role}/`}DefaultPolicy`,
      {
        PolicyDocument: documentOf(statements, first?.at ?? construct.at),
        Roles: construct.list([construct.instance]),
      },
      first?.at,
    ),
  ];
}

function role(construct: Construct): Stated[] {
  const trusted = construct.get('assumedBy');
  const inline = construct.get('inlinePolicies');
  const external = construct.get('externalIds');
  const trust = trusted && trustOf(trusted);
  if (external && trust?.type === 'object') {
    const statements = trust.entries.get('Statement');
    if (statements?.type === 'list')
      for (const statement of statements.items)
        if (statement.type === 'object')
          statement.entries.set(
            'Condition',
            construct.object({ StringEquals: construct.object({ 'sts:ExternalId': external }) }),
          );
  }
  return [
    construct.itself('AWS::IAM::Role', {
      RoleName: construct.get('roleName'),
      AssumeRolePolicyDocument: trust,
      ManagedPolicyArns: managedPolicies(construct),
      Policies:
        inline?.type === 'object'
          ? construct.list(
              [...inline.entries].map(([name, policy]) =>
                construct.object({ PolicyName: text(name, policy.at), PolicyDocument: policyOf(policy) }, policy.at),
              ),
              inline.at,
              inline.reason,
            )
          : inline,
      PermissionsBoundary: construct.get('permissionsBoundary'),
      MaxSessionDuration: duration(construct.get('maxSessionDuration'), 'seconds'),
    }),
    ...policyOfPrincipal(construct, ''),
  ];
}

function managedPolicies(construct: Construct): Item | undefined {
  const written = construct.get('managedPolicies');
  const added = construct.told('addManagedPolicy').flatMap(({ args }) => args.slice(0, 1));
  if (written && written.type !== 'list') return written;
  if (!written && added.length === 0) return undefined;
  return construct.list([...(written?.items ?? []), ...added], written?.at, written?.reason);
}

function policy(construct: Construct): Stated[] {
  const document = construct.get('document');
  const statements = construct.get('statements');
  const told = statementsOf(construct, 'addStatements');
  if (statements && statements.type !== 'list')
    return [construct.itself('AWS::IAM::Policy', { PolicyDocument: statements })];
  return [
    construct.itself('AWS::IAM::Policy', {
      PolicyName: construct.get('policyName') ?? construct.get('managedPolicyName'),
      PolicyDocument: document
        ? policyOf(document)
        : documentOf([...(statements?.items ?? []), ...told], statements?.at ?? construct.at, statements?.reason),
      Roles: construct.get('roles'),
      Users: construct.get('users'),
      Groups: construct.get('groups'),
    }),
  ];
}

const user = (construct: Construct): Stated[] => [
  construct.itself('AWS::IAM::User', {
    UserName: construct.get('userName'),
    ManagedPolicyArns: managedPolicies(construct),
    LoginProfile: construct.get('password') && construct.object({ Password: construct.get('password') }),
  }),
];

/** Disks as they stand in an instance or a launch template: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_ec2.BlockDeviceVolume.html */
function disks(construct: Construct): Item | undefined {
  const devices = construct.get('blockDevices');
  if (!devices) return undefined;
  if (devices.type !== 'list') return unknown(whyUnknown(devices), devices.at);
  const made = devices.items.map((device): Item => {
    const own = construct.with(device);
    const volume = callOf(own.get('volume'));
    if (!volume?.name.startsWith('ec2.BlockDeviceVolume.ebs'))
      return unknown(whyUnknown(own.get('volume') ?? device), device.at);
    const settings = construct.with(volume.args[1]);
    return construct.object(
      {
        DeviceName: own.get('deviceName'),
        Ebs: construct.object(
          { VolumeSize: volume.args[0], Encrypted: settings.get('encrypted'), KmsKeyId: settings.get('kmsKey') },
          volume.at,
        ),
      },
      device.at,
    );
  });
  return construct.list(made, devices.at, devices.reason);
}

function metadata(construct: Construct): Item | undefined {
  const strict = construct.get('requireImdsv2');
  const tokens = choice(construct.get('httpTokens'), { REQUIRED: 'required', OPTIONAL: 'optional' });
  if (tokens) return construct.object({ HttpTokens: tokens }, tokens.at);
  if (!strict) return undefined;
  const value =
    strict.type === 'bool'
      ? strict.value
        ? text('required', strict.at)
        : undefined
      : unknown(whyUnknown(strict), strict.at);
  return value && construct.object({ HttpTokens: value }, strict.at);
}

const instance = (construct: Construct): Stated[] => {
  const open = construct.get('associatePublicIpAddress');
  return [
    construct.itself('AWS::EC2::Instance', {
      InstanceType: construct.get('instanceType'),
      BlockDeviceMappings: disks(construct),
      // The library makes a launch template for it, which the instance uses.
      MetadataOptions: metadata(construct),
      Monitoring: construct.get('detailedMonitoring'),
      EbsOptimized: construct.get('ebsOptimized'),
      DisableApiTermination: construct.get('disableApiTermination'),
      NetworkInterfaces:
        open && construct.list([construct.object({ AssociatePublicIpAddress: open }, open.at)], open.at),
      IamInstanceProfile:
        construct.get('role') ?? construct.get('instanceProfile') ?? construct.text('made by the library'),
      UserData: construct.get('userData'),
    }),
    ...policyOfPrincipal(construct, 'InstanceRole'),
    ...ownGroup(construct, true, 'InstanceSecurityGroup'),
  ];
};

const launchTemplate = (construct: Construct): Stated[] => [
  construct.itself('AWS::EC2::LaunchTemplate', {
    LaunchTemplateData: construct.object({
      BlockDeviceMappings: disks(construct),
      MetadataOptions: metadata(construct),
      EbsOptimized: construct.get('ebsOptimized'),
    }),
  }),
];

export const compute: Services = {
  'lambda.Function': lambda,
  'lambda.DockerImageFunction': lambda,
  'lambda.SingletonFunction': lambda,
  'lambda-nodejs.NodejsFunction': lambda,
  'lambda-python.PythonFunction': lambda,
  'lambda-go.GoFunction': lambda,
  'lambda.FunctionUrl': functionUrl,
  'iam.Role': role,
  'iam.Policy': policy,
  'iam.ManagedPolicy': policy,
  'iam.User': user,
  'ec2.Instance': instance,
  'ec2.LaunchTemplate': launchTemplate,
};
