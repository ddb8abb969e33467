import { text, unknown, whyUnknown, type Item } from '../../programs/items.ts';
import { named, type Construct, type Stated } from '../construct.ts';
import type { Services } from './service.ts';

/** Keys of S3 encrypt what it makes, and its logs go to CloudWatch, where nothing is written: https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.aws_codebuild.Project.html */
function project(construct: Construct): Stated[] {
  const environment = construct.with(construct.get('environment'));
  const variables = [environment.get('environmentVariables'), construct.get('environmentVariables')];
  const logs = construct.get('logging');
  const logging = construct.with(logs);
  const [cloudWatch, s3] = [logging.get('cloudWatch'), logging.get('s3')];
  const status = (item: Item): Item => {
    const enabled = construct.with(item).get('enabled');
    return enabled?.type === 'bool' && !enabled.value
      ? text('DISABLED', enabled.at)
      : enabled && enabled.type !== 'bool'
        ? unknown(whyUnknown(enabled), enabled.at)
        : text('ENABLED', item.at);
  };
  const pipeline = construct.instance.library?.path.at(-1) === 'PipelineProject';
  const artifacts = construct.get('artifacts');
  return [
    construct.itself('AWS::CodeBuild::Project', {
      Name: construct.get('projectName'),
      Artifacts: artifacts
        ? unknown(whyUnknown(artifacts), artifacts.at)
        : construct.object({ Type: construct.text(pipeline ? 'CODEPIPELINE' : 'NO_ARTIFACTS') }),
      EncryptionKey: construct.get('encryptionKey') ?? construct.text('alias/aws/s3'),
      Environment: construct.object({
        PrivilegedMode: environment.or('privileged', construct.bool(false)),
        EnvironmentVariables: environmentOf(construct, variables),
      }),
      LogsConfig:
        logs &&
        construct.object(
          {
            CloudWatchLogs: cloudWatch && construct.object({ Status: status(cloudWatch) }, cloudWatch.at),
            S3Logs:
              s3 &&
              construct.object(
                {
                  Status: status(s3),
                  EncryptionDisabled: negated(construct.with(s3).get('encrypted')),
                },
                s3.at,
              ),
          },
          logs.at,
        ),
    }),
  ];
}

const negated = (item: Item | undefined): Item | undefined =>
  item?.type === 'bool' ? { ...item, value: !item.value } : item;

function environmentOf(construct: Construct, given: readonly (Item | undefined)[]): Item | undefined {
  const objects = given.flatMap((item) => (item?.type === 'object' ? [item] : []));
  if (objects.length === 0) return given.find(Boolean);
  return construct.list(
    objects
      .flatMap(({ entries }) => [...entries])
      .map(([name, item]) => {
        const own = construct.with(item);
        return construct.object(
          {
            Name: text(name, item.at),
            Type: named(own.get('type')) ?? text('PLAINTEXT', item.at),
            Value: own.get('value'),
          },
          item.at,
        );
      }),
    objects[0]!.at,
    objects.find(({ reason }) => reason)?.reason,
  );
}

export const builds: Services = {
  'codebuild.Project': project,
  'codebuild.PipelineProject': project,
};
