import type { Resource } from '../../dialects/dialect.ts';
import type { Job, Text, Workflow } from '../../dialects/github-actions/model.ts';
import type { Model } from '../../dialects/github-actions/read.ts';
import { known, unknownFact, type Fact } from '../../model/fact.ts';
import type { Scanner } from '../../model/kinds/workflow-job.ts';
import { subjectOf } from '../links.ts';
import { mapping, type MappingContext } from '../mapping.ts';
import { triggerFact } from '../workflow/github.ts';
import { checkNames, type Workflows } from './check-names.ts';
import { installs } from './installs.ts';
import { scannerOf } from './scanners.ts';
import {
  deploys,
  federatedLogins,
  insecureCommands,
  keptCredentials,
  literalCredentials,
  outsideCodeCheckedOut,
  pipedScripts,
  secretsExposed,
  storedCloudKeys,
  tests,
  untrustedInScripts,
} from './steps.ts';

export default mapping<'workflow-job', Model>({
  kind: 'workflow-job',
  dialect: 'github-actions',
  types: ['job'],
  map: (resource, context) => {
    if ('action' in resource.model || !resource.model.job) return undefined;
    const { workflow, job } = resource.model;
    const goesOn: Scanner['muted'] =
      job.continueOnError?.text === 'true'
        ? { how: 'continue-on-error: true on the job', at: job.continueOnError.at }
        : undefined;
    return {
      kind: 'workflow-job',
      provider: 'github',
      ...subjectOf(resource),
      traits: {
        startedBy: workflow.triggers.map(triggerFact),
        checkNames: checkNames(workflow, job, workflowsOf(context)),
        untrustedInScripts: untrustedInScripts(job.steps, [workflow.env, job.env]),
        outsideCodeCheckedOut: outsideCodeCheckedOut(workflow, job),
        inheritsSecrets: job.secretsInherited && !job.uses?.text.startsWith('./') ? job.secretsInherited : null,
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
        installs: installs(job.steps, context.paths),
        scanners: job.steps.flatMap((step) => scannerOf(step, goesOn) ?? []),
        tests: tests(job),
      },
    };
  },
});

// https://docs.github.com/actions/how-tos/manage-runners/self-hosted-runners
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

const scans = new WeakMap<MappingContext, Workflows>();

function workflowsOf(context: MappingContext): Workflows {
  let workflows = scans.get(context);
  if (!workflows) {
    const all = context.all('github-actions', 'workflow') as readonly Resource<{ workflow: Workflow }>[];
    scans.set(context, (workflows = new Map(all.map(({ model }) => [model.workflow.file, model.workflow]))));
  }
  return workflows;
}
