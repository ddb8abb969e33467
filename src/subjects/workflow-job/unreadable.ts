import { conditionOf, fencesIn, parseExpression } from '../../dialects/github-actions/expression.ts';
import type { Job, Text, Workflow } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';

const problemOf = (expression: string): string | undefined => {
  const parsed = parseExpression(expression);
  return 'problem' in parsed ? parsed.problem : undefined;
};

/** Expressions that GitHub would refuse, and jobs that are waited for and do not exist: the workflow does not start. */
export function unreadable(workflow: Workflow, job: Job): Finding[] {
  const steps = job.steps.flatMap(({ run, with: inputs, env }) => [
    ...(run ? [run] : []),
    ...inputs.values(),
    ...env.values(),
  ]);
  const conditions = [job, ...job.steps].flatMap(({ condition }) => condition ?? []);
  const ids = new Set(workflow.jobs.map(({ id }) => id));
  return [
    ...[...steps, ...job.env.values(), ...job.with.values()].flatMap(fencedProblems),
    ...conditions.flatMap((condition): Finding[] => {
      if (condition.text.includes('${{')) return fencedProblems(condition);
      const problem = problemOf(conditionOf(condition.text));
      return problem === undefined ? [] : [asFinding(condition.text, problem, condition.at)];
    }),
    ...job.needs.filter((id) => !ids.has(id)).map((id) => asFinding(`needs: ${id}`, 'there is no such job', job.at)),
  ];
}

const fencedProblems = ({ text, at }: Text): Finding[] =>
  fencesIn(text).flatMap(({ expression }) => {
    const problem = problemOf(expression);
    return problem === undefined ? [] : [asFinding(expression, problem, at)];
  });

const asFinding = (text: string, problem: string, at: Text['at']): Finding => ({
  what: `${text.replace(/\s+/g, ' ').slice(0, 60)}: ${problem}`,
  at,
  item: text,
});
