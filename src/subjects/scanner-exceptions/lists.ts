import type { ExceptionsModel } from '../../dialects/scanner-exceptions/read.ts';
import { subjectOf } from '../links.ts';
import { mapping } from '../mapping.ts';

export default mapping<'scanner-exceptions', ExceptionsModel>({
  kind: 'scanner-exceptions',
  dialect: 'scanner-exceptions',
  types: ['exceptions'],
  map: (resource) => ({
    kind: 'scanner-exceptions',
    ...subjectOf(resource),
    traits: { scanner: resource.model.scanner, besideCode: false, passedOver: resource.model.exceptions },
  }),
});
