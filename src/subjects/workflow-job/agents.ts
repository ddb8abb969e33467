import type { Job, Step, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';
import { expressionsIn, pastedPaths, strangersPart } from './expressions.ts';
import { flowThrough } from './flow.ts';
import { placeIn } from './steps.ts';

// Actions that give a text to a language model, and the inputs that the text stands in; each by its own page.
const agents: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^anthropics\/claude-code-(base-)?action@/i, ['prompt', 'direct_prompt', 'custom_instructions', 'override_prompt']],
  [/^openai\/codex-action@/i, ['prompt']],
  [/^google-github-actions\/run-gemini-cli@/i, ['prompt']],
  [/^actions\/ai-inference@/i, ['prompt', 'system-prompt']],
];
const agentOf = ({ uses }: Step) => agents.find(([action]) => uses && action.test(uses.text));

/** Texts of strangers in what a language model is asked, where it holds more than the right to read. */
export function agentInputs(workflow: Workflow, job: Job): Finding[] | undefined {
  if (!job.steps.some(agentOf)) return undefined;
  if (!mayChangeThings(workflow, job)) return [];
  return flowThrough(job.steps, [workflow.env, job.env], strangersPart).flatMap(({ step, pasted }) =>
    (agentOf(step)?.[1] ?? []).flatMap((name): Finding[] => {
      const input = step.with.get(name);
      const taint = input && pasted(input.text);
      return input && taint
        ? [
            {
              what: taint.part,
              at: input.at,
              item: `${step.name}: ${name}`,
              ...(taint.through.length > 0 && { related: taint.through }),
            },
          ]
        : [];
    }),
  );
}

/** Whether its token can write. Without a statement it can, in repositories that are older than February 2023. */
function mayChangeThings(workflow: Workflow, job: Job): boolean {
  const permissions = job.permissions ?? workflow.permissions;
  if (!permissions || permissions.all === 'write') return true;
  return [...permissions.scopes].some(
    ([scope, { level }]) => level === 'write' && scope !== 'id-token' && scope !== 'models',
  );
}

/** What a language model answered, pasted into a script. */
export function agentOutputs(workflow: Workflow, job: Job): Finding[] | undefined {
  const ids = new Set(job.steps.filter(agentOf).flatMap(({ id }) => id ?? []));
  if (!job.steps.some(agentOf)) return undefined;
  const answer = (expression: string): string | undefined =>
    pastedPaths(expression)
      .filter(({ path: [context, id] }) => context?.toLowerCase() === 'steps' && ids.has(id ?? ''))
      .map(({ path }) => path.join('.'))[0];
  return flowThrough(job.steps, [workflow.env, job.env], answer).flatMap(({ step, partOf }) => {
    const { run } = step;
    if (!run) return [];
    return expressionsIn(run.text).flatMap(({ expression, offset, length }): Finding[] => {
      const taint = partOf(expression);
      return taint ? [{ what: taint.part, at: placeIn(run, offset, length), item: `${step.name}: ${expression}` }] : [];
    });
  });
}
