import { mapping } from '../mapping.ts';
import { podKinds, workloadOf } from './pod.ts';

export default mapping({ kind: 'workload', dialect: 'kubernetes', types: Object.keys(podKinds), map: workloadOf });
