import { mapping } from '../mapping.ts';
import { branchesStatedBy } from './branches.ts';

export default mapping({
  kind: 'branch-rules',
  dialect: 'github-settings',
  types: ['branch', 'ruleset'],
  map: branchesStatedBy,
});
