import type { Resource } from '../../dialects/dialect.ts';
import type { Model } from '../../dialects/github-actions/read.ts';
import type { Finding } from '../../model/kinds/workflow-job.ts';
import type { MappingContext } from '../mapping.ts';
import { inputsInScripts, type PastedInputs } from './steps.ts';

const scans = new WeakMap<MappingContext, PastedInputs>();

/** The inputs that actions and reusable workflows kept here paste into their scripts. */
export function pastedInputs(context: MappingContext): PastedInputs {
  let known = scans.get(context);
  if (!known) {
    const all = ['action', 'workflow'].flatMap(
      (type) => context.all('github-actions', type) as readonly Resource<Model>[],
    );
    scans.set(context, (known = new Map(all.map(({ model }) => byName(model)))));
  }
  return known;
}

function byName(model: Model): [string, PastedInputs extends ReadonlyMap<string, infer V> ? V : never] {
  const places = (found: readonly Finding[]) =>
    new Map(found.map(({ what, at }) => [what.replace('inputs.', '').toLowerCase(), at]));
  if ('action' in model)
    return [model.action.file.replace(/\/?action\.ya?ml$/, ''), places(inputsInScripts(model.action.steps))];
  const { file, env, jobs } = model.workflow;
  return [file, places(jobs.flatMap((job) => inputsInScripts(job.steps, [env, job.env])))];
}
