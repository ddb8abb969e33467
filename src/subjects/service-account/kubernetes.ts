import { mapping } from '../mapping.ts';
import { accountOf } from './account.ts';

export default mapping({
  kind: 'service-account',
  dialect: 'kubernetes',
  types: ['ServiceAccount'],
  map: accountOf,
});
