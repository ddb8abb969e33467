import type { Fact } from '../../model/fact.ts';
import type { RequiredCheck } from '../../model/kinds/branch-rules.ts';

/** GitHub Actions: https://api.github.com/apps/github-actions */
const pipelines = 15368;

/** A check by its name and the id of the app that has to report it; an id below 1 lets any app report it. */
export const requiredCheck = (name: string, app?: Fact<number | undefined>): RequiredCheck => {
  const id = app?.known ? app.value : undefined;
  return { name, fromOneApp: id !== undefined && id > 0, fromPipelines: id === pipelines };
};
