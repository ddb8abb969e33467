import type { Step, Text } from '../../dialects/github-actions/model.ts';
import type { FilePlace } from '../../model/place.ts';
import { expressionsIn, pastedPaths } from './expressions.ts';
import { handedOn } from './outputs.ts';

/** Something that came from elsewhere: what it was there, and the places it came through. */
export interface Taint {
  part: string;
  through: readonly { name: string; at: FilePlace }[];
}

export interface Reached {
  step: Step;
  /** What an expression of this step pastes of it. */
  partOf: (expression: string) => Taint | undefined;
  /** What a text of this step pastes of it. */
  pasted: (text: string) => Taint | undefined;
  /** Variables of its environment that hold it. */
  variables: ReadonlyMap<string, Taint>;
}

/**
 * Follows what is a source in the eyes of `isSource` from step to step: through `env` of the workflow, the job and the step,
 * through outputs of earlier steps, and through what they write for all later ones.
 */
export function flowThrough(
  steps: readonly Step[],
  outer: readonly ReadonlyMap<string, Text>[],
  isSource: (expression: string) => string | undefined,
): Reached[] {
  const outputs = new Map<string, Taint>();
  const handedToAll = new Map<string, Taint>();
  return steps.map((step): Reached => {
    const variables = new Map<string, Taint>(handedToAll);
    const partOf = (expression: string): Taint | undefined => {
      const part = isSource(expression);
      if (part !== undefined) return { part, through: [] };
      return pastedPaths(expression)
        .map(({ path: [context = '', ...rest] }) => {
          if (context.toLowerCase() === 'env') return variables.get(rest[0] ?? '');
          return context.toLowerCase() === 'steps' ? outputs.get(rest.join('.')) : undefined;
        })
        .find((taint) => taint !== undefined);
    };
    const pasted = (text: string): Taint | undefined =>
      expressionsIn(text)
        .map(({ expression }) => partOf(expression))
        .find((taint) => taint !== undefined);
    for (const [name, { text, at }] of [...outer, step.env].flatMap((map) => [...map])) {
      const taint = pasted(text);
      if (!taint) variables.delete(name);
      else variables.set(name, { ...taint, through: [...taint.through, { name: `env ${name}`, at }] });
    }
    const passed = (taint: Taint, what: string): Taint => ({
      ...taint,
      through: [...taint.through, { name: `${what} of step ${step.name}`, at: step.run?.at ?? step.at }],
    });
    if (step.id !== undefined)
      for (const [name, taint] of handedOn(step, 'GITHUB_OUTPUT', variables, pasted))
        outputs.set(`${step.id}.outputs.${name}`, passed(taint, `output ${name}`));
    for (const [name, taint] of handedOn(step, 'GITHUB_ENV', variables, pasted))
      handedToAll.set(name, passed(taint, `variable ${name}`));
    return { step, partOf, pasted, variables };
  });
}
