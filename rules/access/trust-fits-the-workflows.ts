import { isApplicable } from '../../src/model/fact.ts';
import type { TrustedPipelines } from '../../src/model/kinds/trust-policy.ts';
import type { Subject } from '../../src/model/subject.ts';
import { fail, on, pass, rule, unknown, type Outcome } from '../../src/rule/rule.ts';

export default rule({
  id: 'trust-fits-the-workflows',
  title: 'An identity lets in no more pipelines than those that use it',
  severity: 'low',
  criteria: {
    'CC6.1': 'Rights in the cloud are reached from the very runs that need them.',
    'CC6.3': 'What is granted follows from what is used, and is not left wider than that.',
  },
  do: 'Trust the environment (or the branch) that the job uses, and no pull requests where none signs in.',
  on: on('trust-policy'),
  needs: ['workflow-job'],
  check: ({ name, provider, traits: { trustedPipelines: trusted, identityName } }, { find }) => {
    if (!isApplicable(trusted)) return trusted;
    const jobs = find('workflow-job').filter((job) => mayUse(job, provider, identityName));
    if (jobs.length === 0) return [];
    return trusted.items.flatMap((item): Outcome[] => {
      if (!item.known) return [unknown(item.reason, item.at)];
      if (item.value.here === false) return [];
      const { context } = item.value;
      const more = { via: item.via, item: context, related: jobs.map((job) => ({ name: job.name, at: job.at })) };
      if (item.value.here === undefined)
        return [
          unknown(
            {
              code: 'other-repository',
              subject: item.value.repository,
              settledBy: 'a git remote or a repository name that tells which repository this is',
            },
            item.at,
            context,
          ),
        ];
      const wider = widerBy(item.value, jobs);
      return [wider === undefined ? pass(item.at, context) : fail(`${name} lets in ${wider}.`, item.at, more)];
    });
  },
});

type Job = Subject<'workflow-job'>;

/** A job that asks for this identity, or for one that an expression names. */
const mayUse = (
  { traits }: Job,
  provider: string | undefined,
  name: Subject<'trust-policy'>['traits']['identityName'],
): boolean =>
  traits.signIns.some(
    ({ provider: other, identity }) =>
      other === provider &&
      (identity === undefined ||
        !isApplicable(name) ||
        !name.known ||
        name.value === undefined ||
        name.value === identity),
  );

const environmentOf = ({ traits: { environment } }: Job): string | undefined | 'unclear' =>
  !isApplicable(environment) || !environment.known || environment.value?.includes('${{')
    ? 'unclear'
    : environment.value;

const runsOnProposals = ({ traits }: Job): boolean =>
  traits.startedBy.some((event) => /^pull_request|^workflow_call$/.test(event.name));

/** What it lets in that no job needs; undefined where it fits. */
function widerBy({ context }: TrustedPipelines, jobs: readonly Job[]): string | undefined {
  const used = jobs.map(environmentOf);
  const named = [...new Set(used)].filter((one) => one !== undefined && one !== 'unclear');
  const words = named.length > 0 ? `only jobs in the environment ${named.join(', ')} use it` : 'no such job uses it';
  const environment = /^environment:(.+)$/.exec(context)?.[1];
  if (environment !== undefined) {
    if (/[*?]/.test(environment) && used.every((one) => one !== undefined && one !== 'unclear'))
      return `pipelines in every environment, and ${words}`;
    return undefined;
  }
  if (context === 'pull_request')
    return jobs.some((job) => runsOnProposals(job) && environmentOf(job) === undefined) || used.includes('unclear')
      ? undefined
      : 'pull requests, and no job that runs on them signs in';
  // The token of a job with an environment carries that one and no branch.
  const everything = /^(?:\*|ref:(?:\*|refs\/(?:heads\/)?\*))$/.test(context);
  if (everything && used.every((one) => one !== undefined && one !== 'unclear')) return `every branch, and ${words}`;
  return undefined;
}
