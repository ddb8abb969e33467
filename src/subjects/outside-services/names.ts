import type { OutsideService } from '../../model/kinds/outside-services.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

export default mapping<'outside-services', readonly OutsideService[]>({
  kind: 'outside-services',
  dialect: 'documents',
  types: ['outside-names'],
  map: (resource) => ({
    kind: 'outside-services',
    ...subjectOf(resource),
    traits: { namedInCode: resource.model },
  }),
});
