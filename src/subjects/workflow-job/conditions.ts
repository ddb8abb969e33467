import type { Step, Text } from '../../dialects/github-actions/model.ts';
import {
  callsTo,
  conditionOf,
  fencesIn,
  looksAtSomething,
  parseExpression,
  pastedBy,
  truthOf,
} from '../../dialects/github-actions/expression.ts';
import { Literal } from '@actions/expressions/ast';
import type { TriggerFact } from '../../model/kinds/workflow.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';

interface Conditioned {
  condition?: Text;
}

const named = (steps: readonly Step[], job?: Conditioned): { where: string; condition: Text }[] => [
  ...(job?.condition ? [{ where: 'the job', condition: job.condition }] : []),
  ...steps.flatMap(({ name, condition }) => (condition ? [{ where: `step ${name}`, condition }] : [])),
];

/** One expression and nothing beside it, not even a line break. */
const whole = /^\$\{\{(?:'[^']*'|(?!\}\})[\s\S])*\}\}$/;

/**
 * Conditions with text beside `${{ }}`: the result is pasted into that text, and a text that isn't empty is true. And those
 * that look at something and hold whatever it is: `github.ref_name == 'main' || 'develop'`.
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idif
 */
export function alwaysTrue(steps: readonly Step[], job?: Conditioned): Finding[] | undefined {
  const conditions = named(steps, job);
  if (conditions.length === 0) return undefined;
  return conditions
    .filter(({ condition: { text } }) => (text.includes('${{') && !whole.test(text)) || holdsAnyway(text))
    .map(({ where, condition: { text, at } }) => ({
      what: `${where}: ${text.replace(/\s+/g, ' ').trim().slice(0, 60)}`,
      at,
      item: where,
    }));
}

function holdsAnyway(text: string): boolean {
  const parsed = parseExpression(conditionOf(text));
  // `true` and `always()` say what they mean.
  return 'tree' in parsed && truthOf(parsed.tree) === true && looksAtSomething(parsed.tree);
}

/** `contains('main develop', github.ref_name)` holds for `e` and `in d` as well: a text has parts, a list has items. */
export function bySubstring(steps: readonly Step[], job?: Conditioned): Finding[] | undefined {
  const conditions = named(steps, job);
  if (conditions.length === 0) return undefined;
  return conditions
    .filter(({ condition }) => looksForPart(condition.text))
    .map(({ where, condition: { text, at } }) => ({ what: `${where}: ${text.trim().slice(0, 60)}`, at, item: where }));
}

const looksForPart = (text: string): boolean =>
  [conditionOf(text), ...fencesIn(text).map(({ expression }) => expression)].some((expression) => {
    const parsed = parseExpression(expression);
    return (
      'tree' in parsed &&
      callsTo('contains', parsed.tree).some(
        ([list, value]) => list instanceof Literal && value !== undefined && pastedBy(value).length > 0,
      )
    );
  });

/** The steps that a run can come to. */
export const running = (steps: readonly Step[]): readonly Step[] => steps.filter((step) => !neverRuns(step));

/** Whether a step or a job is switched off: `if: false`. */
export const neverRuns = ({ condition }: Conditioned): boolean => {
  const parsed = condition && parseExpression(conditionOf(condition.text));
  return parsed !== undefined && 'tree' in parsed && truthOf(parsed.tree) === false;
};

const privileged = new Set(['pull_request_target', 'workflow_run', 'issue_comment']);
const actor = /\bgithub(?:\.|\[')(?:triggering_)?actor(_id)?(?:'\])?\s*==\s*'?([\w[\]-]+)'?/i;

/** Whether a condition lets a bot in by who started the run, which is whoever did something last to the pull request. */
export const trustsActor = (text: string): boolean => {
  const [, isId, name = ''] = actor.exec(text) ?? [];
  return (isId !== undefined || name.endsWith('[bot]')) && !/\buser\.(login|id)\b/.test(text);
};

/** Conditions that take the name of a bot as proof, in runs that anyone can bring about and that hold secrets. */
export function spoofable(
  startedBy: readonly TriggerFact[],
  steps: readonly Step[],
  job: Conditioned,
): Finding[] | undefined {
  const conditions = named(steps, job);
  if (conditions.length === 0 || !startedBy.some(({ name }) => privileged.has(name))) return undefined;
  return conditions
    .filter(({ condition }) => trustsActor(condition.text))
    .map(({ where, condition: { text, at } }) => ({ what: `${where}: ${text.trim().slice(0, 60)}`, at, item: where }));
}
