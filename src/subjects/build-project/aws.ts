import { known, mapFact, not, notApplicable, type Fact } from '../../model/fact.ts';
import { holdsAccessKey } from '../aws-keys.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';
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
    const variables = own.blocks('environment.environment_variable').items.map((one) => one.value('value'));
    return {
      kind: 'build-project',
      provider: 'aws',
      ...subjectOf(project),
      traits: {
        outputsEncrypted:
          facts.length > 0 ? every(facts, known(true, project.at)) : notApplicable('it puts nothing anywhere'),
        secretInCode: holdsAccessKey(variables, project.at),
      },
    };
  },
});
