import { typesOf } from '../manifest.ts';
import { mapping } from '../mapping.ts';
import { bindingKinds, grantOf } from './binding.ts';

export default mapping({
  kind: 'cluster-grant',
  dialect: 'terraform',
  types: typesOf(...bindingKinds),
  map: grantOf,
});
