import { typesOf } from '../manifest.ts';
import { mapping } from '../mapping.ts';
import { podKinds, workloadOf } from './pod.ts';

export default mapping({
  kind: 'workload',
  dialect: 'terraform',
  types: typesOf(...Object.keys(podKinds)),
  map: workloadOf,
});
