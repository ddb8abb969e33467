import type { GuideModel } from '../../dialects/guides/read.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

export default mapping<'contribution-guide', GuideModel>({
  kind: 'contribution-guide',
  dialect: 'guides',
  types: ['guide'],
  map: (resource) => ({
    kind: 'contribution-guide',
    ...subjectOf(resource),
    traits: { promised: resource.model.promised },
  }),
});
