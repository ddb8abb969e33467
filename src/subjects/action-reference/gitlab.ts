import type { GitlabModel, Include } from '../../dialects/gitlab-ci/model.ts';
import type { Resource } from '../../dialects/dialect.ts';
import { known, notApplicable, unknownFact, type Fact } from '../../model/fact.ts';
import type { FilePlace } from '../../model/place.ts';
import type { Subject } from '../../model/subject.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

const commit = /^[0-9a-f]{40}([0-9a-f]{24})?$/i;
const digest = /@sha256:[0-9a-f]{64}$/i;

/** What is included from elsewhere, and images. Templates come with GitLab itself, so they are not foreign. */
export default mapping<'action-reference', GitlabModel>({
  kind: 'action-reference',
  dialect: 'gitlab-ci',
  types: ['pipeline'],
  map: (resource) => {
    const { includes, images } = resource.model;
    const seen = new Map<string, number>();
    const subject = (named: string, reference: string, pinned: Fact<boolean>, isImage: boolean, at: FilePlace) => {
      const count = (seen.get(named) ?? 0) + 1;
      seen.set(named, count);
      return {
        ...subjectOf(resource as Resource),
        kind: 'action-reference' as const,
        provider: resource.model.host ?? 'gitlab',
        name: `${resource.name} uses ${named}${count > 1 ? ` (${count})` : ''}`,
        at,
        block: at,
        traits: {
          reference,
          pinned,
          isImage,
          meant: notApplicable('which names are widely used is known of GitHub’s actions'),
          abandoned: undefined,
        },
      };
    };
    return [
      ...includes
        .filter(({ kind }) => kind !== 'template')
        .map((include) =>
          subject(include.what.split('@')[0]!, include.what, pinnedInclude(include), false, include.at),
        ),
      ...images.flatMap(({ text, at }): Subject<'action-reference'>[] => {
        const image = filled(text, resource.model.variables);
        // What the pipeline itself has built is not foreign.
        if (/^\$\{?CI_(?:REGISTRY|APPLICATION|TEMPLATE_REGISTRY)/.test(image)) return [];
        const name = image.split(/@|:(?=[^/]*$)/)[0]!;
        return [subject(name, image, pinnedImage(image, at), true, at)];
      }),
    ];
  },
});

const filled = (text: string, variables: GitlabModel['variables']): string =>
  text.replace(/\$\{?(\w+)\}?/g, (all, name: string) => variables.get(name)?.text ?? all);

const pinnedImage = (image: string, at: FilePlace): Fact<boolean> =>
  digest.test(image)
    ? known(true, at)
    : /\$/.test(image.split(/:(?=[^/]*$)/).at(-1)!) || image.startsWith('$')
      ? unknownFact({ code: 'not-evaluated', subject: image, settledBy: 'an image with a digest written here' }, at)
      : known(false, at);

/** A file of another project by a commit, a file from the network by its checksum. */
function pinnedInclude({ kind, ref, fixed, at }: Include): Fact<boolean> {
  if (fixed !== undefined) return known(fixed, at);
  if (ref?.includes('$'))
    return unknownFact({ code: 'not-evaluated', subject: ref, settledBy: 'a commit written here' }, at);
  if (kind === 'remote') return known(ref?.startsWith('sha256-') ?? false, at);
  return known(ref !== undefined && commit.test(ref), at);
}
