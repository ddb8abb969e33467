import { typesOf } from '../manifest.ts';
import { mapping } from '../mapping.ts';
import { namespaced, objectOf } from './object.ts';

export default mapping({
  kind: 'cluster-object',
  dialect: 'terraform',
  types: typesOf(...namespaced),
  map: objectOf,
});
