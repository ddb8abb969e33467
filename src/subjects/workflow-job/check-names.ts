import type { Job, Workflow } from '../../dialects/github-actions/model.ts';
import { known, unknownFact, type Fact, type FactList, type UnknownReason } from '../../model/fact.ts';

/** Workflows of the repository by their path. */
export type Workflows = ReadonlyMap<string, Workflow>;

// How deep reusable workflows may call each other: https://docs.github.com/actions/reference/workflows-and-actions/reusing-workflow-configurations
const deepest = 10;

/**
 * The names under which a job reports: its name or its id; with a matrix the values in parentheses, or in place of the
 * expressions in the name. A job that calls a workflow reports each of that one's jobs behind its own name.
 */
export function checkNames(workflow: Workflow, job: Job, workflows: Workflows, depth = 0): FactList<string> {
  const place = job.name?.at ?? job.at;
  // By itself it does not run: it reports under the names of those that call it.
  if (depth === 0 && workflow.triggers.every(({ name }) => name === 'workflow_call'))
    return { items: [], complete: true, at: place };
  const own = ownNames(job);
  if (!job.uses) return own;
  const called = job.uses.text.startsWith('./') ? workflows.get(job.uses.text.slice(2)) : undefined;
  if (!called || depth >= deepest)
    return open(
      {
        code: job.uses.text.startsWith('./') ? 'does-not-exist' : 'not-in-repository',
        subject: `the jobs of ${job.uses.text}`,
        settledBy: 'a workflow of this repository',
      },
      place,
    );
  const below = called.jobs.map((callee) => checkNames(called, callee, workflows, depth + 1));
  const incomplete = [own, ...below].find(({ complete }) => !complete);
  return {
    items: own.items.flatMap((caller): Fact<string>[] =>
      caller.known
        ? below.flatMap(({ items }) =>
            items.map((callee) => (callee.known ? known(`${caller.value} / ${callee.value}`, place) : callee)),
          )
        : [caller],
    ),
    complete: !incomplete,
    at: place,
    ...(incomplete?.reason && { reason: incomplete.reason }),
  };
}

function ownNames({ name, id, at, matrix }: Job): FactList<string> {
  const place = name?.at ?? at;
  const unclear: UnknownReason = {
    code: 'not-evaluated',
    subject: `the check names of job ${id}`,
    settledBy: 'a name and a matrix without expressions',
  };
  if (matrix === 'worked-out') return open(unclear, place);
  const names = (matrix ?? [undefined]).map((combination) => {
    if (!combination) return name?.text ?? id;
    const { values, extended } = combination;
    const filled = name?.text.replace(
      /\$\{\{\s*matrix\.([\w-]+)\s*\}\}/g,
      (all, key: string) => values.get(key) ?? all,
    );
    if (filled !== undefined && filled !== name!.text) return filled;
    // Whether values that were included stand in the parentheses too isn't documented.
    return extended ? '${{' : `${filled ?? id} (${[...values.values()].join(', ')})`;
  });
  if (names.some((text) => text.includes('${{'))) return open(unclear, place);
  return { items: [...new Set(names)].map((text) => known(text, place)), complete: true, at: place };
}

const open = (reason: UnknownReason, at: FactList<string>['at']): FactList<string> => ({
  items: [unknownFact(reason, at)],
  complete: false,
  at,
  reason,
});
