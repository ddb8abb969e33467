import { mapping } from '../mapping.ts';
import { bindingKinds, grantOf } from './binding.ts';

export default mapping({ kind: 'cluster-grant', dialect: 'kubernetes', types: bindingKinds, map: grantOf });
