import type { GitlabModel } from '../../dialects/gitlab-ci/model.ts';
import { notApplicable } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { triggerFact } from './github.ts';

export default mapping<'workflow', GitlabModel>({
  kind: 'workflow',
  dialect: 'gitlab-ci',
  types: ['pipeline'],
  map: (resource) => ({
    kind: 'workflow',
    provider: resource.model.host ?? 'gitlab',
    ...subjectOf(resource),
    traits: {
      title: resource.model.workflow.name,
      triggers: resource.model.workflow.triggers.map(triggerFact),
      takesNothingIn: false,
      permissionsStated: notApplicable('what the token of a job may do is set in the project'),
      unstatedJobs: [],
      broadPermissions: notApplicable('what the token of a job may do is set in the project'),
    },
  }),
});
