import type { Job, Text } from '../../dialects/github-actions/model.ts';
import type { Model } from '../../dialects/github-actions/read.ts';
import { known, unknownFact, type Fact, type FactList } from '../../model/fact.ts';
import type { Scanner } from '../../model/kinds/workflow-job.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { triggerFact } from '../workflow/github.ts';
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
  map: (resource) => {
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
        checkNames: checkNames(job),
        mayNotReport: workflow.triggers.some(
          ({ name, byPaths }) => byPaths && ['pull_request', 'pull_request_target'].includes(name),
        ),
        untrustedInScripts: untrustedInScripts(job.steps, [workflow.env, job.env]),
        outsideCodeCheckedOut: outsideCodeCheckedOut(workflow, job),
        inheritsSecrets: job.secretsInherited && !isOwn(job.uses?.text) ? job.secretsInherited : null,
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
        scanners: job.steps.flatMap((step) => scannerOf(step, goesOn) ?? []),
        tests: tests(job),
      },
    };
  },
});

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

/** The name or the id; with a matrix the values in parentheses, or in place of the expressions in the name. */
function checkNames(job: Job): FactList<string> {
  const { name, id, at, matrix, uses } = job;
  const place = name?.at ?? at;
  const unknown = unknownFact(
    { code: 'not-evaluated', subject: `the check names of job ${id}`, settledBy: 'a name without expressions' },
    place,
  );
  if (uses) return { items: [unknown], complete: false, at: place, reason: unknown.reason };
  const combinations = [...(matrix ?? [])].reduce<ReadonlyMap<string, string>[]>(
    (all, [key, values]) => all.flatMap((one) => values.map((value) => new Map([...one, [key, value]]))),
    [new Map()],
  );
  if (combinations.length > 256) return { items: [unknown], complete: false, at: place, reason: unknown.reason };
  const names = combinations.map((values) => {
    if (!name) return values.size > 0 ? `${id} (${[...values.values()].join(', ')})` : id;
    const filled = name.text.replace(/\$\{\{\s*matrix\.([\w-]+)\s*\}\}/g, (all, key: string) => values.get(key) ?? all);
    return values.size > 0 && filled === name.text && !name.text.includes('${{')
      ? `${filled} (${[...values.values()].join(', ')})`
      : filled;
  });
  const open = names.some((text) => text.includes('${{'));
  return {
    items: [...new Set(names)].map((text) => (text.includes('${{') ? unknown : known(text, place))),
    complete: !open,
    at: place,
  };
}
