import type { Resource } from '../../dialects/dialect.ts';
import type { Model } from '../../dialects/github-actions/read.ts';
import type { MappingContext } from '../mapping.ts';
import { inputsInScripts } from './steps.ts';

/** The inputs that the actions kept here paste into their scripts, by the folder of the action. */
export type PastedInputs = ReadonlyMap<string, ReadonlySet<string>>;

const scans = new WeakMap<MappingContext, PastedInputs>();

export function pastedInputs(context: MappingContext): PastedInputs {
  let known = scans.get(context);
  if (!known) {
    const all = context.all('github-actions', 'action') as readonly Resource<Model>[];
    known = new Map(
      all.flatMap(({ model }) =>
        'action' in model
          ? [
              [
                model.action.file.replace(/\/?action\.ya?ml$/, ''),
                new Set(inputsInScripts(model.action.steps).map(({ what }) => what.replace('inputs.', ''))),
              ] as const,
            ]
          : [],
      ),
    );
    scans.set(context, known);
  }
  return known;
}
