import { mapping } from '../mapping.ts';
import { namespaced, objectOf } from './object.ts';

export default mapping({ kind: 'cluster-object', dialect: 'kubernetes', types: namespaced, map: objectOf });
