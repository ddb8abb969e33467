import { mapping } from '../mapping.ts';
import { roleKinds, roleOf } from './role.ts';

export default mapping({ kind: 'cluster-role', dialect: 'kubernetes', types: roleKinds, map: roleOf });
