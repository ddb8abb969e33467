import { fencesIn, isWorkedOutFromTexts, parseExpression } from '../../dialects/github-actions/expression.ts';
import type { Step } from '../../dialects/github-actions/model.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';

/** Parts of a path that lead nowhere else but hide what is meant: `owner/name/./sub`, `owner/name//sub`. */
const isOddlyWritten = (uses: string): boolean =>
  !uses.startsWith('docker://') &&
  uses
    .replace(/^[.$]\//, '')
    .split('@')[0]!
    .split('/')
    .some((part, index, parts) => part === '.' || part === '..' || (part === '' && index < parts.length - 1));

/** Places where what a step does is written in a way that hides it from who reads the change. */
export const hiddenMeaning = (steps: readonly Step[]): Finding[] =>
  steps.flatMap(({ name, uses, run, inputsBy, with: inputs, env }): Finding[] => [
    ...(uses && isOddlyWritten(uses.text) ? [{ what: uses.text, at: uses.at, item: `${name}: uses` }] : []),
    // GitHub takes it, and what the action is given shows nowhere.
    ...(inputsBy ? [{ what: `with: ${inputsBy.text}`, at: inputsBy.at, item: `${name}: with` }] : []),
    ...[...(run ? [run] : []), ...inputs.values(), ...env.values()].flatMap(({ text, at }) =>
      fencesIn(text).flatMap(({ expression }): Finding[] => {
        const parsed = parseExpression(expression);
        return 'tree' in parsed && isWorkedOutFromTexts(parsed.tree)
          ? [{ what: expression, at, item: `${name}: ${expression}` }]
          : [];
      }),
    ),
  ]);
