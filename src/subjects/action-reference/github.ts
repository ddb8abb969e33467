import type { Resource } from '../../dialects/dialect.ts';
import type { Model } from '../../dialects/github-actions/read.ts';
import type { Job, Text, Use } from '../../dialects/github-actions/model.ts';
import { known, notApplicable, unknownFact } from '../../model/fact.ts';
import type { Subject } from '../../model/subject.ts';
import { lockName } from '../../dialects/github-actions/lock.ts';
import { isArchived, meantBy } from './names.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';
import { neverRuns, running } from '../workflow-job/conditions.ts';

const commit = /@[0-9a-f]{40}([0-9a-f]{24})?$/i;
const digest = /@sha256:[0-9a-f]{64}$/i;

/** A commit or a digest is pinned; code of the same repository is not foreign. */
export default mapping<'action-reference', Model>({
  kind: 'action-reference',
  dialect: 'github-actions',
  types: ['job', 'action'],
  map: (resource) => {
    const { model } = resource;
    if ('job' in model && model.job && neverRuns(model.job)) return [];
    const steps = running('action' in model ? model.action.steps : (model.job?.steps ?? []));
    const uses = [
      ...steps.flatMap((step) => step.uses ?? []),
      ...('job' in model && model.job?.uses ? [model.job.uses] : []),
    ];
    const images =
      'action' in model
        ? model.action.image?.text.startsWith('docker://')
          ? [model.action.image]
          : []
        : (model.job?.images ?? []);
    const { locked } = 'action' in model ? model.action : model.workflow;
    const seen = new Map<string, number>();
    const named = (text: string): string => {
      const count = (seen.get(text) ?? 0) + 1;
      seen.set(text, count);
      return `${resource.name} uses ${text}${count > 1 ? ` (${count})` : ''}`;
    };
    return [
      ...uses.flatMap((use) => reference(resource, use, named, locked)),
      ...images.flatMap((image) => imageReference(resource, image, named, 'job' in model ? model.job : undefined)),
    ];
  },
});

const whole = (resource: Resource, at: Text['at'], name: string) => ({
  ...subjectOf(resource),
  kind: 'action-reference' as const,
  provider: 'github',
  name,
  at,
  block: at,
});

function reference(
  resource: Resource,
  use: Use,
  named: (text: string) => string,
  locked: ReadonlySet<string>,
): Subject<'action-reference'>[] {
  const { text, at } = use;
  if (text.startsWith('./') || text.startsWith('$/')) return [];
  if (text.startsWith('docker://')) return imageReference(resource, use, named);
  // The name leaves the version out, so that a finding stays the same finding when it moves.
  const [action = text] = text.split('@');
  return [
    {
      ...whole(resource, at, named(action)),
      traits: {
        reference: text,
        pinned: known(commit.test(text) || locked.has(lockName(text)), at),
        isImage: false,
        meant: known(meantBy(text), at),
        abandoned: isArchived(text),
      },
    },
  ];
}

/** The images that a matrix puts in: `${{ matrix.image }}`; undefined: it is something else, or worked out. */
function fromMatrix(text: string, { matrix }: Job): readonly string[] | undefined {
  const key = /^\$\{\{\s*matrix\.([\w-]+)\s*\}\}$/.exec(text)?.[1];
  if (key === undefined || matrix === undefined || matrix === 'worked-out') return undefined;
  return matrix.map(({ values }) => values.get(key) ?? '');
}

function imageReference(
  resource: Resource,
  { text, at }: Text,
  named: (text: string) => string,
  job?: Job,
): Subject<'action-reference'>[] {
  if (text === '') return [];
  const [image = text] = text.replace(/^docker:\/\//, '').split(/@|:(?=[^/]*$)/);
  const values = job ? fromMatrix(text, job) : undefined;
  const pinned = digest.test(text)
    ? known(true, at)
    : values
      ? known(
          values.every((value) => value === '' || digest.test(value)),
          at,
        )
      : text.includes('${{')
        ? unknownFact({ code: 'not-evaluated', subject: text, settledBy: 'an image with a digest written here' }, at)
        : known(false, at);
  return [
    {
      ...whole(resource, at, named(image)),
      traits: {
        reference: text,
        pinned,
        isImage: true,
        meant: notApplicable('an image is known by its registry'),
        abandoned: undefined,
      },
    },
  ];
}
