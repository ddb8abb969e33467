import { joined, text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { callOf, isTrue, named, newOf, type Construct, type Stated } from '../construct.ts';
import { documentOf, onlyTls } from '../policy.ts';
import { made } from './made.ts';
import type { Services } from './service.ts';
import { retention } from './storage.ts';

/** https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_cloudtrail.Trail.html: all regions, validated, and a bucket of its own. */
function trail(construct: Construct): Stated[] {
  const bucket = construct.get('bucket');
  const sent = construct.get('sendToCloudWatchLogs');
  const group = construct.get('cloudWatchLogGroup');
  const ownGroup = isTrue(sent) && !group;
  const objects = construct.told('addS3EventSelector', 'logAllS3DataEvents', 'logAllLambdaDataEvents');
  return [
    construct.itself('AWS::CloudTrail::Trail', {
      TrailName: construct.get('trailName'),
      IsLogging: construct.bool(true),
      IsMultiRegionTrail: construct.or('isMultiRegionTrail', construct.bool(true)),
      IncludeGlobalServiceEvents: construct.or('includeGlobalServiceEvents', construct.bool(true)),
      EnableLogFileValidation: construct.or('enableFileValidation', construct.bool(true)),
      IsOrganizationTrail: construct.get('isOrganizationTrail'),
      KMSKeyId: construct.get('encryptionKey') ?? construct.get('kmsKey'),
      S3BucketName: bucket ?? made(construct, 'S3'),
      CloudWatchLogsLogGroupArn:
        group ??
        (ownGroup
          ? made(construct, 'LogGroup')
          : sent && sent.type !== 'bool'
            ? unknown(whyUnknown(sent), sent.at)
            : undefined),
      EventSelectors: construct.list(objects.map(({ method, args, at }) => selector(construct, method, args, at))),
    }),
    ...(bucket ? [] : ownBucket(construct)),
    ...(ownGroup
      ? [
          construct.further('AWS::Logs::LogGroup', 'LogGroup', {
            RetentionInDays: retention(construct.get('cloudWatchLogsRetention')) ?? construct.number(365),
          }),
        ]
      : []),
  ];
}

const selector = (construct: Construct, method: string, args: readonly Item[], at: Item['at']): Item => {
  const lambda = method === 'logAllLambdaDataEvents';
  const all = text(lambda ? 'arn:aws:lambda' : 'arn:aws:s3:::', at);
  const values =
    method === 'addS3EventSelector'
      ? unknown(whyUnknown(args[0] ?? construct.instance), at)
      : construct.list([all], at);
  const options = construct.with(method === 'addS3EventSelector' ? args[1] : args[0]);
  const resources = construct.object(
    { Type: text(lambda ? 'AWS::Lambda::Function' : 'AWS::S3::Object', at), Values: values },
    at,
  );
  return construct.object(
    {
      DataResources: construct.list([resources], at),
      ReadWriteType: readOrWrite(options.get('readWriteType')),
      IncludeManagementEvents: options.get('includeManagementEvents'),
    },
    at,
  );
};

const readOrWrite = (item: Item | undefined): Item | undefined => {
  const name = named(item);
  const kinds: { readonly [name: string]: string } = { READ_ONLY: 'ReadOnly', WRITE_ONLY: 'WriteOnly', ALL: 'All' };
  const known = name?.type === 'string' ? kinds[name.value] : undefined;
  return known === undefined ? name : text(known, name!.at);
};

/** It refuses what comes without TLS. */
const ownBucket = (construct: Construct): Stated[] => {
  const bucket = made(construct, 'S3');
  return [
    construct.further('AWS::S3::Bucket', 'S3', {}),
    construct.further('AWS::S3::BucketPolicy', 'S3/Policy', {
      Bucket: bucket,
      PolicyDocument: documentOf(
        [onlyTls(construct, 's3:*', [bucket, joined([bucket, text('/*', construct.at)], construct.at)])],
        construct.at,
      ),
    }),
  ];
};

/** What a measure is called, where the program says it. */
function measure(construct: Construct): Record<string, Item | undefined> {
  const metric = construct.get('metric');
  const options = construct.with(newOf(metric)?.args[0]);
  const open = metric && !newOf(metric) ? unknown(whyUnknown(metric), metric.at) : undefined;
  return {
    MetricName: options.get('metricName') ?? open,
    Namespace: options.get('namespace') ?? open,
  };
}

const told = (construct: Construct, method: string): Item | undefined => {
  const actions = construct.told(method);
  const [first] = actions;
  return (
    first &&
    construct.list(
      actions.flatMap(({ args }) =>
        args.map((action) => newOf(action)?.args[0] ?? unknown(whyUnknown(action), action.at)),
      ),
      first.at,
    )
  );
};

const actions = (construct: Construct): Record<string, Item | undefined> => ({
  ActionsEnabled: construct.get('actionsEnabled'),
  AlarmActions: told(construct, 'addAlarmAction'),
  OKActions: told(construct, 'addOkAction'),
  InsufficientDataActions: told(construct, 'addInsufficientDataAction'),
});

const alarm = (construct: Construct): Stated[] => [
  construct.itself('AWS::CloudWatch::Alarm', {
    AlarmName: construct.get('alarmName'),
    ...measure(construct),
    ...actions(construct),
  }),
];

/** A rule names the alarms that it is made of. */
function compositeAlarm(construct: Construct): Stated[] {
  const rule = construct.get('alarmRule');
  const alarms = alarmsIn(rule);
  return [
    construct.itself('AWS::CloudWatch::CompositeAlarm', {
      AlarmName: construct.get('compositeAlarmName'),
      AlarmRule:
        rule &&
        unknown(whyUnknown(rule), rule.at, {
          references: alarms.map((address) => ({ address, path: ['arn'] })),
        }),
      ...actions(construct),
    }),
  ];
}

function alarmsIn(item: Item | undefined, depth = 0): readonly string[] {
  if (depth > 10) return [];
  if (item?.type === 'instance') return item.address === undefined ? [] : [item.address];
  return callOf(item)?.args.flatMap((arg) => alarmsIn(arg, depth + 1)) ?? [];
}

const metricFilter = (construct: Construct): Stated[] => {
  const pattern = construct.get('filterPattern');
  const call = callOf(pattern);
  return [
    construct.itself('AWS::Logs::MetricFilter', {
      LogGroupName: construct.get('logGroup'),
      FilterPattern: call?.name.endsWith('.literal')
        ? call.args[0]
        : pattern && unknown(whyUnknown(pattern), pattern.at),
      MetricTransformations: construct.list([
        construct.object({
          MetricName: construct.get('metricName'),
          MetricNamespace: construct.get('metricNamespace'),
        }),
      ]),
    }),
  ];
};

const eventRule = (construct: Construct): Stated[] => [
  construct.itself('AWS::Events::Rule', {
    Name: construct.get('ruleName'),
    State: construct.text('ENABLED'),
  }),
];

const managedRule = (construct: Construct): Stated[] => [
  construct.itself('AWS::Config::ConfigRule', { ConfigRuleName: construct.get('configRuleName') }),
];

export const watching: Services = {
  'cloudtrail.Trail': trail,
  'cloudwatch.Alarm': alarm,
  'cloudwatch.CompositeAlarm': compositeAlarm,
  'logs.MetricFilter': metricFilter,
  'events.Rule': eventRule,
  'config.ManagedRule': managedRule,
  'config.CustomRule': managedRule,
};
