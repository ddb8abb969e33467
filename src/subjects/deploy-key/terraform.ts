import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const source =
  'https://registry.terraform.io/providers/integrations/github/latest/docs/resources/repository_deploy_key';

export default mapping({
  kind: 'deploy-key',
  dialect: 'terraform',
  types: ['github_repository_deploy_key'],
  map: (resource) => ({
    kind: 'deploy-key',
    provider: 'github',
    ...subjectOf(resource),
    traits: { readOnly: reader(resource).bool('read_only', { value: true, source }) },
  }),
});
