import type { SecurityPolicy } from '../../dialects/dependency-config/security-policy.ts';
import { known, notApplicable, unknownFact, type Fact, type NotApplicable } from '../../model/fact.ts';
import type { FilePlace } from '../../model/place.ts';
import { subjectOf } from '../links.ts';
import { mapping, type MappingContext } from '../mapping.ts';
import { reader } from '../read.ts';

export default mapping<'security-policy', SecurityPolicy>({
  kind: 'security-policy',
  dialect: 'dependency-config',
  types: ['security-policy'],
  map: (resource, context) => ({
    kind: 'security-policy',
    ...subjectOf(resource),
    traits: {
      contact: resource.model.contact,
      timeline: timeline(resource.model, resource.at),
      privateReporting: privateReporting(context),
    },
  }),
});

/** The setting is no part of any file: it is known where the forge was asked. */
function privateReporting(context: MappingContext): Fact<boolean> | NotApplicable {
  const [answer] = context.all('github-settings', 'private-reporting');
  if (!answer) return notApplicable('the forge was not asked whether it takes private reports');
  return reader(answer).bool('enabled', {
    reason: { code: 'not-visible', settledBy: 'a look at the settings of the repository' },
  });
}

/** A policy that leads to another page may have its times there. */
const timeline = ({ timeline: here, link }: SecurityPolicy, at: FilePlace): Fact<boolean> =>
  here
    ? known(true, here)
    : link
      ? unknownFact(
          {
            code: 'not-in-repository',
            subject: 'how soon a reporter hears back',
            settledBy: 'saying it in this file too',
          },
          link,
        )
      : known(false, at);
