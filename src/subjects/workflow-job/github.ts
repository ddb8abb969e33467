import type { Resource } from '../../dialects/dialect.ts';
import type { Job, Text, Workflow } from '../../dialects/github-actions/model.ts';
import type { Model } from '../../dialects/github-actions/read.ts';
import { known, notApplicable, unknownFact, type Fact, type NotApplicable } from '../../model/fact.ts';
import type { Scanner } from '../../model/kinds/workflow-job.ts';
import { subjectOf } from '../links.ts';
import { mapping, type MappingContext } from '../mapping.ts';
import { triggerFact } from '../workflow/github.ts';
import { appTokens } from './app-tokens.ts';
import { cachesInReleases } from './caches.ts';
import { checkNames, type Workflows } from './check-names.ts';
import { alwaysTrue, bySubstring, neverRuns, running, spoofable } from './conditions.ts';
import { decisions } from './decisions.ts';
import { environmentWrites } from './environment-writes.ts';
import { installs } from './installs.ts';
import { agentInputs, agentOutputs } from './agents.ts';
import { foreignFilesRun } from './foreign-files.ts';
import { hiddenMeaning } from './hidden.ts';
import { latestTools } from './latest-tools.ts';
import { looseInstalls, openVersions } from './open-versions.ts';
import { checkoutTokens, idTokenUnused, merges, pushes, secretsUsed, wideSecrets } from './tokens.ts';
import { unreadable } from './unreadable.ts';
import { pastedInputs } from './pasted-inputs.ts';
import { publishTokens } from './publish-tokens.ts';
import { scannerOf } from './scanners.ts';
import { signIns } from './sign-ins.ts';
import {
  deploys,
  federatedLogins,
  insecureCommands,
  keptCredentials,
  literalCredentials,
  movingCheckouts,
  outsideCodeCheckedOut,
  pipedScripts,
  secretsExposed,
  storedCloudKeys,
  tests,
  unmaskedSecrets,
  untrustedInScripts,
  untrustedToWorkflow,
} from './steps.ts';

export default mapping<'workflow-job', Model>({
  kind: 'workflow-job',
  dialect: 'github-actions',
  types: ['job'],
  map: (resource, context) => {
    if ('action' in resource.model || !resource.model.job) return undefined;
    const { workflow } = resource.model;
    const job = withoutIdle(resource.model.job);
    const startedBy = workflow.triggers.map(triggerFact);
    const goesOn: Scanner['muted'] =
      job.continueOnError?.text === 'true'
        ? { how: 'continue-on-error: true on the job', at: job.continueOnError.at }
        : undefined;
    return {
      kind: 'workflow-job',
      provider: 'github',
      ...subjectOf(resource),
      traits: {
        startedBy,
        checkNames: checkNames(workflow, job, workflowsOf(context)),
        untrustedInScripts: [
          ...untrustedInScripts(job.steps, [workflow.env, job.env], pastedInputs(context)),
          ...untrustedToWorkflow(job, pastedInputs(context)),
        ],
        outsideCodeCheckedOut: outsideCodeCheckedOut(workflow, job),
        inheritsSecrets:
          job.secretsInherited && job.uses && !isOwn(job.uses.text)
            ? { by: job.uses.text, calledAt: job.uses.at, at: job.secretsInherited }
            : null,
        secretsExposed: secretsExposed(job),
        storedCloudKeys: storedCloudKeys(workflow, job),
        federatedLogins: federatedLogins(job),
        literalCredentials: literalCredentials(job),
        selfHosted: selfHosted(job),
        insecureCommands: insecureCommands(workflow, job),
        keptCredentials: keptCredentials(job),
        pipedScripts: pipedScripts(job.steps),
        deploys: deploys(job),
        environment: known(job.environment?.text, job.environment?.at ?? job.at),
        alwaysTrueConditions: alwaysTrue(job.steps, job),
        substringConditions: bySubstring(job.steps, job),
        appTokens: appTokens(job.steps),
        spoofableConditions: spoofable(startedBy, job.steps, job),
        environmentWrites: environmentWrites(workflow, job),
        unmaskedSecrets: unmaskedSecrets(job),
        cachesInReleases: cachesInReleases(workflow, job),
        publishTokens: publishTokens(workflow, job),
        openVersions: openVersions(job.steps),
        hiddenMeaning: hiddenMeaning(job.steps),
        looseInstalls: looseInstalls(job.steps),
        latestTools: latestTools(job.steps, workflow),
        checkoutTokens: checkoutTokens(job.steps),
        pushes: pushes(job.steps),
        idTokenUnused: idTokenUnused(job),
        wideSecrets: wideSecrets(workflow, job),
        movingCheckouts: movingCheckouts(workflow, job),
        secretsUsed: secretsUsed(workflow, job),
        foreignFilesRun: foreignFilesRun(workflow, job),
        merges: merges(job.steps),
        agentInputs: agentInputs(workflow, job),
        agentOutputs: agentOutputs(workflow, job),
        unreadable: unreadable(workflow, job),
        endsInTime: endsInTime(job),
        installs: installs(job.steps, context.paths),
        scanners: job.steps.flatMap((step) => scannerOf(step, goesOn) ?? []),
        tests: tests(job),
        neededJobs: neededJobs(job, workflow),
        decisions: decisions(job.steps),
        signIns: signIns(job.steps),
      },
    };
  },
});

/** What is switched off does nothing that could be wrong, and nothing that could be relied on. */
const withoutIdle = (job: Job): Job => ({ ...job, steps: neverRuns(job) ? [] : running(job.steps) });

// https://docs.github.com/actions/how-tos/manage-runners/self-hosted-runners
/** https://github.blog/changelog/2026-07-30-reference-same-repository-actions-with-self-repository-syntax/ */
const isOwn = (uses = ''): boolean => /^[.$]\//.test(uses);

function selfHosted({ runsOn, at, uses }: Job): Fact<boolean> {
  if (uses) return known(false, at);
  const label = runsOn.find(({ text }) => text.toLowerCase() === 'self-hosted');
  if (label) return known(true, label.at);
  const worked: Text | undefined = runsOn.find(({ text }) => text.includes('${{') && !text.includes('matrix.'));
  if (worked)
    return unknownFact(
      { code: 'not-evaluated', subject: worked.text, settledBy: 'the label of the runner written here' },
      worked.at,
    );
  return known(false, runsOn[0]?.at ?? at);
}

/** All jobs that `needs` names, and those that they need. */
export function neededJobs({ needs }: Job, { jobs }: Workflow): readonly string[] {
  const found = new Set<string>();
  const follow = (ids: readonly string[]) => {
    for (const id of ids) {
      if (found.has(id)) continue;
      found.add(id);
      follow(jobs.find((job) => job.id === id)?.needs ?? []);
    }
  };
  follow(needs);
  return [...found];
}

// Without it six hours: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idtimeout-minutes
function endsInTime({ uses, timeoutMinutes, steps, at }: Job): Fact<boolean> | NotApplicable {
  if (uses) return notApplicable('the workflow that it calls sets the time of its jobs');
  if (timeoutMinutes || (steps.length > 0 && steps.every(({ timed }) => timed)))
    return known(true, timeoutMinutes?.at ?? at);
  return known(false, at);
}

const scans = new WeakMap<MappingContext, Workflows>();

function workflowsOf(context: MappingContext): Workflows {
  let workflows = scans.get(context);
  if (!workflows) {
    const all = context.all('github-actions', 'workflow') as readonly Resource<{ workflow: Workflow }>[];
    scans.set(context, (workflows = new Map(all.map(({ model }) => [model.workflow.file, model.workflow]))));
  }
  return workflows;
}
