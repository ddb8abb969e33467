import { mapping } from '../mapping.ts';
import { branchesStatedBy } from './branches.ts';

export default mapping({
  kind: 'branch-rules',
  dialect: 'gitlab-policies',
  types: ['approval-policy'],
  map: branchesStatedBy,
});
