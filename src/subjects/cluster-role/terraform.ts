import { typesOf } from '../manifest.ts';
import { mapping } from '../mapping.ts';
import { roleKinds, roleOf } from './role.ts';

export default mapping({ kind: 'cluster-role', dialect: 'terraform', types: typesOf(...roleKinds), map: roleOf });
