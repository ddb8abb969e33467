import type { SecurityPolicy } from '../../dialects/dependency-config/security-policy.ts';
import { known, unknownFact, type Fact } from '../../model/fact.ts';
import type { FilePlace } from '../../model/place.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

export default mapping<'security-policy', SecurityPolicy>({
  kind: 'security-policy',
  dialect: 'dependency-config',
  types: ['security-policy'],
  map: (resource) => ({
    kind: 'security-policy',
    ...subjectOf(resource),
    traits: { contact: resource.model.contact, timeline: timeline(resource.model, resource.at) },
  }),
});

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
