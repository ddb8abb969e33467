import { typesOf } from '../manifest.ts';
import { mapping } from '../mapping.ts';
import { accountOf } from './account.ts';

export default mapping({
  kind: 'service-account',
  dialect: 'terraform',
  types: typesOf('ServiceAccount'),
  map: accountOf,
});
