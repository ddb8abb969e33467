import type { GitlabModel } from '../../dialects/gitlab-ci/model.ts';
import { known, notApplicable } from '../../model/fact.ts';
import type { Scanner } from '../../model/kinds/workflow-job.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { triggerFact } from '../workflow/github.ts';
import { decisions } from './decisions.ts';
import { neededJobs } from './github.ts';
import { passwordsIn, strangersWords, templateScanners } from './gitlab-variables.ts';
import { installs } from './installs.ts';
import { looseInstalls, openVersions } from './open-versions.ts';
import { scannerOf } from './scanners.ts';
import { deploys, pipedScripts, tests } from './steps.ts';

export default mapping<'workflow-job', GitlabModel>({
  kind: 'workflow-job',
  dialect: 'gitlab-ci',
  types: ['job'],
  map: (resource, context) => {
    const { workflow, job, template, variables, host } = resource.model;
    if (!job) return undefined;
    const goesOn: Scanner['muted'] = job.continueOnError && {
      how: 'allow_failure: true',
      at: job.continueOnError.at,
    };
    return {
      kind: 'workflow-job',
      provider: host ?? 'gitlab',
      ...subjectOf(resource),
      traits: {
        startedBy: workflow.triggers.map(triggerFact),
        checkNames: notApplicable('a forge waits for the whole pipeline, not for jobs by their names'),
        untrustedInScripts: strangersWords(job.steps, host),
        outsideCodeCheckedOut: [],
        inheritsSecrets: null,
        secretsExposed: [],
        storedCloudKeys: [],
        federatedLogins: [],
        literalCredentials: passwordsIn(job, workflow),
        selfHosted: notApplicable('which runner a job gets is decided by tags and by the project'),
        insecureCommands: [],
        keptCredentials: [],
        pipedScripts: pipedScripts(job.steps),
        deploys: deploys(job),
        environment: known(written(job.environment?.text, variables), job.environment?.at ?? job.at),
        alwaysTrueConditions: undefined,
        substringConditions: undefined,
        appTokens: [],
        spoofableConditions: undefined,
        environmentWrites: undefined,
        unmaskedSecrets: undefined,
        cachesInReleases: undefined,
        publishTokens: undefined,
        openVersions: openVersions(job.steps),
        looseInstalls: looseInstalls(job.steps),
        latestTools: undefined,
        hiddenMeaning: notApplicable('its expressions are variables of the shell'),
        checkoutTokens: [],
        pushes: false,
        idTokenUnused: notApplicable('each token of identity is declared for one use'),
        wideSecrets: undefined,
        movingCheckouts: undefined,
        secretsUsed: [],
        foreignFilesRun: undefined,
        merges: [],
        agentInputs: undefined,
        agentOutputs: undefined,
        unreadable: notApplicable('it has no expressions of GitHub’s'),
        endsInTime: notApplicable('a project sets a time for all of its jobs, one hour if nothing else'),
        installs: installs(job.steps, context.paths),
        scanners: template
          ? templateScanners(template, resource.at)
          : job.steps.flatMap((step) => scannerOf(step, goesOn) ?? []),
        tests: tests(job),
        neededJobs: neededJobs(job, workflow),
        signIns: [],
        decisions: decisions(job.steps),
      },
    };
  },
});

/** A name with the values of variables that are written out. */
const written = (text: string | undefined, variables: GitlabModel['variables']): string | undefined =>
  text?.replace(/\$\{?(\w+)\}?/g, (all, name: string) => variables.get(name)?.text ?? all);
