import { notApplicable, type Fact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const docs = 'https://registry.terraform.io/providers/integrations/github/latest/docs/resources';
const equal = (fact: Fact<string>, ...values: string[]): Fact<boolean> =>
  fact.known ? { ...fact, value: values.includes(fact.value) } : fact;

export default [
  mapping({
    kind: 'pipeline-permissions',
    dialect: 'terraform',
    types: ['github_workflow_repository_permissions', 'github_actions_organization_workflow_permissions'],
    map: (resource) => {
      const own = reader(resource);
      const source = `${docs}/${resource.type.replace('github_', '')}`;
      return {
        kind: 'pipeline-permissions',
        provider: 'github',
        ...subjectOf(resource),
        traits: {
          defaultTokenReadOnly: equal(own.string('default_workflow_permissions', { value: 'read', source }), 'read'),
          mayApprove: own.bool('can_approve_pull_request_reviews', { value: false, source }),
          actionsLimited: notApplicable('another resource says which actions may run'),
        },
      };
    },
  }),
  mapping({
    kind: 'pipeline-permissions',
    dialect: 'terraform',
    types: ['github_actions_repository_permissions', 'github_actions_organization_permissions'],
    map: (resource) => {
      const own = reader(resource);
      const source = `${docs}/${resource.type.replace('github_', '')}`;
      const otherwise = notApplicable('another resource says what the token may do');
      return {
        kind: 'pipeline-permissions',
        provider: 'github',
        ...subjectOf(resource),
        traits: {
          defaultTokenReadOnly: otherwise,
          mayApprove: otherwise,
          actionsLimited: equal(own.string('allowed_actions', { value: 'all', source }), 'selected', 'local_only'),
        },
      };
    },
  }),
];
