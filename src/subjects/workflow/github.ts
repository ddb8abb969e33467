import type { Model } from '../../dialects/github-actions/read.ts';
import type { Step, Trigger } from '../../dialects/github-actions/model.ts';
import { known, unknownFact } from '../../model/fact.ts';
import type { TriggerFact } from '../../model/kinds/workflow.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

// Events that run with the repository's secrets on content a stranger can shape:
// https://docs.github.com/actions/reference/security/secure-use#mitigating-the-risks-of-untrusted-code-checkout
const privileged = new Set([
  'pull_request_target',
  'workflow_run',
  'issue_comment',
  'issues',
  'discussion',
  'discussion_comment',
  'pull_request_comment',
]);

export const triggerFact = ({ name, at, branches, byPaths }: Trigger): TriggerFact => ({
  name,
  at,
  branches,
  byPaths,
  privileged: privileged.has(name),
});

/** Actions that bring code or files into a run. One kept here needs a checkout. */
const takesIn = /^[.$]\/|checkout|download-artifact|\bexec\b/i;
/** Commands that do, and scripts that can only have come with a checkout. */
const fetches =
  /\bgit (clone|fetch|pull|checkout)\b|\bgh (pr (checkout|diff)|run download|repo clone)\b|\b(curl|wget)\b|(^|[\s;&|(])\.{1,2}\/\S/m;

const takesNothingIn = ({ uses, run }: Step): boolean =>
  !(uses && takesIn.test(uses.text)) && !(run && fetches.test(run.text));

export default mapping<'workflow', Model>({
  kind: 'workflow',
  dialect: 'github-actions',
  types: ['workflow'],
  map: (resource) => {
    if ('action' in resource.model) return undefined;
    const { name, triggers, permissions, jobs, at, start } = resource.model.workflow;
    // One that calls a workflow hands its own token on: https://docs.github.com/actions/reference/workflows-and-actions/reusing-workflow-configurations
    const unstated = permissions ? [] : jobs.filter((job) => !job.permissions);
    const called = triggers.length > 0 && triggers.every(({ name }) => name === 'workflow_call');
    const writes = [...(permissions?.scopes ?? [])].filter(([, { level }]) => level === 'write');
    return {
      kind: 'workflow',
      provider: 'github',
      ...subjectOf(resource),
      traits: {
        title: name,
        triggers: triggers.map(triggerFact),
        takesNothingIn: jobs.every((job) => !job.uses && job.steps.every(takesNothingIn)),
        permissionsStated: permissions
          ? known(true, permissions.at)
          : unstated.length === 0 && jobs.length > 0
            ? known(true, at)
            : called
              ? unknownFact(
                  {
                    code: 'not-in-repository',
                    subject: 'what the token may do',
                    settledBy: 'a permissions block, as callers decide it without one',
                  },
                  at,
                )
              : known(false, start),
        unstatedJobs: unstated.map(({ id, at: place }) => ({ name: `job ${id}`, at: place })),
        broadPermissions: [
          ...(permissions?.all ? [{ level: permissions.all, scope: 'all', at: permissions.at }] : []),
          ...jobs.flatMap(({ id, permissions: own }) =>
            own?.all ? [{ level: own.all, scope: 'all', job: id, at: own.at }] : [],
          ),
          ...(jobs.length > 1
            ? writes.map(([scope, { at: place }]) => ({ level: 'write' as const, scope, at: place }))
            : []),
        ],
      },
    };
  },
});
