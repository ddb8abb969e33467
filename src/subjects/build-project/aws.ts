import { anyOf, known, mapFact, not, notApplicable, type Fact } from '../../model/fact.ts';
import { holdsAccessKey } from '../aws-keys.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader, type Reader } from '../read.ts';
import { every } from '../stated.ts';

const source = 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectArtifacts.html';

export default mapping({
  kind: 'build-project',
  dialect: 'terraform',
  types: ['aws_codebuild_project'],
  map: (project) => {
    const own = reader(project);
    const outputs = [...own.blocks('artifacts').items, ...own.blocks('secondary_artifacts').items].filter((one) => {
      const type = one.optionalString('type');
      return !(type.known && type.value === 'NO_ARTIFACTS');
    });
    const facts = outputs.map((one): Fact<boolean> =>
      not(mapFact(one.bool('encryption_disabled', { value: false, source }), Boolean)),
    );
    const logs = own.value('logs_config.s3_logs');
    if (logs) facts.push(not(own.bool('logs_config.s3_logs.encryption_disabled', { value: false, source })));
    const variables = own.blocks('environment.environment_variable').items.map((one) => one.value('value'));
    return {
      kind: 'build-project',
      provider: 'aws',
      ...subjectOf(project),
      traits: {
        buildsPrivileged: own.bool('environment.privileged_mode', {
          value: false,
          source: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html',
        }),
        logged: logged(own),
        outputsEncrypted:
          facts.length > 0 ? every(facts, known(true, project.at)) : notApplicable('it puts nothing anywhere'),
        secretInCode: holdsAccessKey(variables, project.at),
      },
    };
  },
});

// Logs go to CloudWatch unless that is switched off: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html
function logged(own: Reader): Fact<boolean> {
  const page = 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_LogsConfig.html';
  const isOn = (path: string, status: string) =>
    mapFact(own.string(`logs_config.${path}.status`, { value: status, source: page }), (text) => text === 'ENABLED');
  return anyOf(isOn('cloudwatch_logs', 'ENABLED'), isOn('s3_logs', 'DISABLED'));
}
