import { mapFact } from '../../model/fact.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { reader } from '../read.ts';

const unseen = (subject: string) => ({
  reason: { code: 'not-visible' as const, subject, settledBy: 'a token with administration: read' },
});

/** What the forge says that the pipelines of this repository may do. */
export default mapping({
  kind: 'pipeline-permissions',
  dialect: 'github-settings',
  types: ['pipelines'],
  map: (resource) => {
    const own = reader(resource);
    return {
      kind: 'pipeline-permissions',
      provider: 'github',
      ...subjectOf(resource),
      traits: {
        defaultTokenReadOnly: mapFact(
          own.string('token.default_workflow_permissions', unseen('what the token of a job may do')),
          (permission) => permission === 'read',
        ),
        mayApprove: own.bool('token.can_approve_pull_request_reviews', unseen('whether pipelines approve')),
        actionsLimited: mapFact(
          own.string('actions.allowed_actions', unseen('which actions may run')),
          (allowed) => allowed === 'selected' || allowed === 'local_only',
        ),
      },
    };
  },
});
